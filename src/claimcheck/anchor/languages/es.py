"""Spanish: see `claimcheck.anchor.languages` for where the words come from."""

from __future__ import annotations

from typing import Final

from claimcheck.anchor.languages.vocabulary import Vocabulary

VOCABULARY: Final = Vocabulary(
    name="Spanish",
    small="""de la que el en y a los se del las un por con no una su para es al lo como más o
        pero sus le ha me sin sobre este ya entre cuando todo esta ser son dos también fue había
        era muy años hasta desde está""",
    negation="""no nunca jamás nada nadie ningún ninguno ninguna ningunos ni tampoco sin
        apenas de_ningún_modo en_absoluto ni_siquiera lejos_de rara_vez raras_veces cero
        no_es_cierto no_era_cierto no_es_verdad no_es_así no_era_así en_modo_alguno
        de_ninguna_manera en_ninguno en_ninguna en_ningún""",
    reversal="""exagerado exageración niega niegan negó negaron negar negado negaba negando
        desmiente desmienten desmintió desmentir desmentido rechaza rechazan rechazó rechazaron
        rechazar rechazado refuta refutó refutan refutar rehúsa rehusó contradice contradijo
        cuestiona cuestionó descarta descartó descartan descartar descartado fracasa fracasó
        fracasado fracasar falla falló evita evitó evitar impide impidió impedir prohíbe prohibió
        prohibir prohibido deja_de dejó_de dejaron_de dejar_de falso falsa falsos falsas falsamente
        mentira mentiras miente mintió mentir mentiroso rumor rumores bulo bulos erróneo errónea
        erróneamente equivocado equivocada mito imposible improbable dudoso dudosa duda dudan dudó
        infundado infundada poco poca pocos pocas falta faltan faltó carece carecen ausencia incapaz
        incapaces en_vez_de en_lugar_de insuficiente retiró retirado retractó renuncia renunció
        excluye excluyó desconoce desconocen ignora suspende suspendió suspender suspendido
        suspensión retira retirada retirar desestima desestimó desestimar desaparece desaparecido
        desaparición elude eludió evitando pérdida cancela canceló contrario opuesto antítesis
        cuento_chino patraña qué_va no_es_cierto no_era_cierto no_es_verdad no_es_así no_era_así
        mienten tontería disparate prematuro absurdo engañoso""",
    doubt="""amenazó_con amenaza_con amenazado_con prometió prometido promete sobre_el_papel
        eso_dicen eso_dice puede pueden podría podrían podía pudo pudiera debe deben debería
        deberían sería serían habría habrían tal_vez quizá quizás probablemente posiblemente
        supuestamente presuntamente aparentemente seguramente acaso parece parecen parecía parecer
        posible posibles probable probables eventual eventuales presunto presunta presuntos
        presuntas supuesto supuesta supuestos supuestas potencial potenciales sugiere sugieren
        sugirió sugestivo sugestiva sugestivos sugestivas sospecha sospechas compatible_con
        compatibles_con impresiona posibilidad intenta intentó intentar trata_de trató_de hipótesis
        si con_suerte con_un_poco_de_suerte según_parece con_toda_probabilidad""",
    thought="""cree creen creía creyó creer piensa piensan pensaba pensó opina opinan
        considera consideran consideró considerarse supone suponen suponía imagina espera
        esperan esperaba teme temen temía sospecha sospechan asegura afirma quiere quieren
        quería quisiera desea desean pretende pretenden pretendía prevé prevén calcula
        calculan estima estiman pide piden pidió exige exigen exigió propone proponen
        recomienda recomiendan recomendó pregunta preguntan preguntó dudo dudaba valora
        valorar saben bromeó bromea bromeaba presumió soñó soñaba""",
    condition="""con_tal_de con_tal_que si salvo_que a_menos_que a_no_ser_que siempre_que
        con_tal_de_que en_caso_de en_caso_de_que a_condición_de siempre_y_cuando mientras_no
        de_lo_contrario solo_si sólo_si excepto_si de_ser de_haber de_haberse de_no""",
    concession="aunque a_pesar_de pese_a si_bien aun_cuando",
    contrast="""pero sin_embargo no_obstante mientras_que sino en_cambio por_el_contrario
        al_contrario""",
    absence="sin",
    admission="es_cierto es_verdad ciertamente",
    exception="excepto salvo a_excepción_de con_excepción_de aparte_de",
    restriction="""al_menos por_lo_menos por_ahora por_el_momento de_momento
        provisionalmente hasta_nuevo_aviso hasta_nueva_orden sobre_el_papel en_teoría
        a_juzgar_por supuestamente si_acaso o_eso por_así_decirlo en_cierto_modo
        en_cierto_sentido hasta_cierto_punto en_principio más_o_menos""",
    limit="""solo sólo solamente únicamente tan_solo tan_sólo exclusivamente meramente
        simplemente hasta al_menos por_lo_menos como_mínimo como_máximo a_lo_sumo más_de
        menos_de parcialmente en_parte parte_de casi apenas la_mitad no_más_de no_menos_de
        menos una_minoría_de un_puñado_de una_fracción_de minoría como_mucho a_lo_más""",
    bound="""al_menos por_lo_menos como_mínimo como_máximo a_lo_sumo más_de menos_de no_más_de
        no_menos_de menos""",
    multiple="""% por_ciento por_mil millón millones mil miles millardo billón billones cien
        cientos centenares docena docenas""",
    rough="""a_menudo aproximadamente alrededor_de unos unas algunos algunas alguna algún
        varios varias a_veces generalmente normalmente principalmente mayormente la_mayoría
        muchos_de en_torno_a prácticamente sobre_todo frecuentemente cerca_de""",
    modifier="""el_entonces la_entonces los_entonces las_entonces ex ex-* exministr* expresiden*
        antiguo antigua antiguos antiguas presunto presunta presuntos presuntas supuesto supuesta
        supuestos supuestas falso falsa falsos falsas llamado llamada llamados llamadas posible
        posibles probable probables potencial potenciales eventual eventuales futuro futura futuros
        futuras vice vice* interino interina suplente adjunto adjunta autoproclamado autoproclamada
        autodenominado autodenominada frustrado frustrada fallido fallida difunto difunta saliente
        retirado retirada jubilado jubilada pseudo-* cuasi-* ficticio ficticia imaginario
        en_funciones encargado intento_de intentos_de proyecto_de anterior electo electa destituido
        destituida""",
    report="""recalcó recalca recalcaron matizó matiza zanjó espetó apostilló lamentó lamenta dice
        dicen decía dijo dijeron decir dicho afirma afirman afirmó afirmaron afirmaba asegura
        aseguran aseguró aseguraron declara declaran declaró declararon explica explican explicó
        explicaron añade añaden añadió agrega agregó señala señalan señaló señalaron indica indican
        indicó indicaron sostiene sostienen sostuvo manifiesta manifestó expresa expresó comenta
        comentó cuenta contó escribe escribió responde respondió pregunta preguntó anuncia anunció
        anunciaron reconoce reconoció admite admitió confiesa confesó informa informó informaron
        reporta reportó advierte advirtió denuncia denunció insiste insistió recuerda recordó
        destaca destacó subraya subrayó precisa precisó confirma confirmó revela reveló cita citó
        tuiteó concluye concluyó alega alegó argumenta argumentó refiere refiere_que""",
    source="según de_acuerdo_con conforme_a a_juicio_de en_opinión_de en_palabras_de a_decir_de",
    claim="""afirmación afirmaciones acusación acusaciones denuncia denuncias prueba pruebas
        evidencia evidencias creencia creencias idea ideas rumor rumores sospecha sospechas
        temor temores esperanza opinión impresión indicio indicios señal señales teoría tesis
        hipótesis argumento declaración posibilidad probabilidad duda dudas mito mentira riesgo
        peligro informe informes pregunta hecho""",
    that="que si cómo por_qué",
    relay="""sabe saben sabía pidió piden expresó expresaron señalado asegurado afirmado dicho
        declarado explicado indicado manifestado añadido anunciado informado sugiere sugirió
        muestra muestran mostró promete prometió juzga consideró opinó pensó creyó esperaba
        confía resalta resaltó apunta apuntó menciona mencionó relató relata detalló detalla
        puntualizó reiteró reitera exclamó respondió comunica comunicó reconoció estimó calculó
        calificó describe describió criticó""",
    joint="quien donde cuando después mientras porque antes y e pero o cuyo cuya",
    first_person="yo nosotros nosotras mi mis nuestro nuestra nuestros nuestras me nos",
    hearsay="habría habrían sería serían",
    scale="""% por_ciento por_mil por_cada millón millones mil miles millardo billón
        billones cien cientos centenares docena docenas euro euros dólar dólares céntimos
        centavos peso pesos libra libras yenes año años mes meses semana semanas día días
        hora horas minuto minutos segundo segundos siglo siglos metro metros kilómetro
        kilómetros km m cm mm hectárea hectáreas tonelada toneladas kilo kilos kilogramos kg
        gramos litros grados veces vatios kilovatios puntos""",
    pronoun="""yo me mi mis mí conmigo nosotros nosotras nos nuestro nuestra nuestros nuestras
        tú te tu tus vosotros vuestro usted ustedes él ella ello ellos ellas le les lo la los
        las se su sus suyo suya suyos este esta esto estos estas ese esa eso esos esas aquel
        aquella aquello aquellos aquellas el un una unos unas quien quienes que cual cuales cuyo
        cuya allí aquí ahí mismo misma""",
    determiner="""el la los las lo un una unos unas mi mis tu tus su sus nuestro nuestra
        nuestros nuestras vuestro este esta estos estas ese esa esos esas aquel aquella aquellos
        aquellas cuyo cuya""",
    number="""cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce
        quince dieciséis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta
        sesenta setenta ochenta noventa cien ciento mil millón millones medio media mitad tercio
        cuarto primer primero primera segundo segunda tercero tercera doble triple docena
        decenas cientos miles""",
    quantifier="""todos todas todo toda cada muchos muchas mucho mucha varios varias algunos
        algunas sólo solo ambos ambas mayoría mitad entero entera numerosos numerosas demás más
        menos pocos""",
    judgement="""corrupto corrupta corruptos corruptas falso falsa falsos falsas ilegal
        ilegales supuesto supuesta desastroso desastrosa criminal criminales escandaloso
        escandalosa vergonzoso vergonzosa peligroso peligrosa radical radicales extremista
        extremistas culpable culpables inocente inocentes racista racistas deshonesto
        deshonesta estúpido estúpida mentiroso mentirosa ridículo ridícula absurdo absurda
        brutal cruel irresponsable injusto injusta inmoral polémico polémica controvertido
        controvertida mal malo mala terrible horrible excelente grave verdadero verdadera
        secreto secreta cobarde valiente incompetente fraudulento fraudulenta fracasado
        fracasada extranjero extranjera *mente""",
    innocent="""poco_después poco_antes hace_poco dentro_de_poco un_poco echar_de_menos
        más_o_menos""",
    inverted="hubiera hubiese hubieran fuera fuese",
    factive="olvidar olvide olvides olvidó olvidemos olvidado sabe sabía sabían supo notó",
    relative="quien quienes",
    owner="cuyo cuya cuyos cuyas",
    until="hasta_que",
    gendered="él ellos | ella ellas",
    coordinating="y e o u ni",
    purpose="para",
    almost="casi por_poco a_punto_de",
    opposing="contra",
    bounding="hasta",
    adjective_last=True,
)
