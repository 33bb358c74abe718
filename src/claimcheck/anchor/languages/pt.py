"""Portuguese: see `claimcheck.anchor.languages` for where the words come from."""

from __future__ import annotations

from typing import Final

from claimcheck.anchor.languages.vocabulary import Vocabulary

VOCABULARY: Final = Vocabulary(
    name="Portuguese",
    small="""de a o que e do da em um para é com não uma os no se na por mais as dos como mas
        foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela
        até isso ela entre era são""",
    negation="""mal_consegue mal_conseguiu mal_pode mal_podia mal_sabe mal_sabia não nunca jamais
        nada ninguém nenhum nenhuma nem tampouco sem de_modo_algum longe_de raramente nem_sequer
        zero não_é_verdade não_era_verdade não_é_assim sequer de_forma_alguma em_nenhum
        em_nenhuma""",
    reversal="""nega negam negou negaram negar negado desmente desmentiu desmentem desmentir rejeita
        rejeitou rejeitar rejeitaram refuta refutou refutar recusa recusou recusaram recusar
        contesta contestou contradiz descarta descartou descartar falha falhou fracassa fracassou
        fracassado evita evitou evitar impede impediu impedir proíbe proibiu proibir proibido
        deixa_de deixou_de deixaram_de deixar_de falso falsa falsos falsas falsamente mentira
        mentiras mente mentiu boato boatos rumor rumores errado errada erroneamente equivocado mito
        impossível improvável duvidoso duvida duvidam duvidou infundado infundada pouco pouca poucos
        poucas falta faltam carece ausência incapaz incapazes em_vez_de ao_invés_de insuficiente
        retirou retratou desistiu exclui excluiu contrário oposto antítese lenda não_é_verdade
        não_era_verdade não_é_assim disparate balela prematuro absurdo enganoso""",
    doubt="""ameaçou prometeu prometido promete no_papel pode podem poderia poderiam podia pôde
        poderá deve devem deveria deveriam seria seriam teria teriam haveria talvez provavelmente
        possivelmente supostamente alegadamente aparentemente presumivelmente parece parecem parecia
        possível possíveis provável prováveis eventual eventuais suposto suposta supostos supostas
        alegado alegada potencial potenciais sugere sugerem hipótese suspeita tenta tentou tentar se
        com_sorte com_um_pouco_de_sorte com_toda_a_probabilidade ao_que_consta""",
    thought="""acredita acreditam acreditava acreditou pensa pensam pensava acha acham
        achava julga supõe supõem imagina espera esperam teme temem suspeita suspeitam quer
        querem queria deseja desejam pretende pretendem prevê preveem estima estimam
        considera consideram pede pedem pediu exige exigem propõe propôs recomenda duvida
        sei sabe_se presume alega alegam alegou brincou brinca sonhou sonhava gabou""",
    condition="""se caso a_menos_que a_não_ser_que desde_que contanto_que sob_a_condição
        em_caso_de no_caso_de senão salvo_se exceto_se só_se somente_se a_ser_verdade""",
    concession="embora apesar apesar_de ainda_que mesmo_que não_obstante",
    contrast="""mas porém contudo todavia entretanto no_entanto enquanto ao_passo_que senão
        pelo_contrário""",
    absence="sem",
    admission="é_verdade é_certo",
    exception="exceto salvo com_exceção à_exceção excepto",
    restriction="""pelo_menos ao_menos por_enquanto por_ora para_já até_nova_ordem
        até_novo_aviso no_papel em_teoria supostamente a_crer ou_assim ou_pelo_menos
        por_assim_dizer de_certo_modo de_certa_forma até_certo_ponto em_princípio
        mais_ou_menos temporariamente""",
    limit="""só somente apenas unicamente exclusivamente meramente simplesmente até
        pelo_menos ao_menos no_mínimo no_máximo mais_de menos_de mais_do_que menos_do_que
        parcialmente em_parte parte_de quase cerca_da_metade metade não_mais_de menos
        uma_minoria_de um_punhado_de uma_fração_de minoria quando_muito""",
    bound="""pelo_menos ao_menos no_mínimo no_máximo mais_de menos_de mais_do_que menos_do_que
        não_mais_de menos""",
    multiple="""% por_cento milhão milhões mil milhar milhares bilhão bilhões bilião biliões
        trilhão trilhões cem centenas dúzia dúzias""",
    rough="""cerca_de aproximadamente por_volta_de alguns algumas algum vários várias às_vezes
        geralmente normalmente principalmente sobretudo a_maioria muitos_dos praticamente uns
        umas em_torno_de frequentemente""",
    modifier="""o_então a_então os_então as_então ex ex-* antigo antiga antigos antigas suposto
        suposta supostos supostas alegado alegada alegados presumível falso falsa falsos falsas
        chamado chamada possível possíveis provável prováveis potencial potenciais eventual
        eventuais futuro futura futuros futuras vice vice-* interino interina suplente adjunto
        autoproclamado autoproclamada fracassado fracassada frustrado falecido falecida aposentado
        aposentada reformado pseudo-* quase-* fictício fictícia tentativa_de projeto_de anterior
        eleito em_exercício deposto""",
    report="""salientou lamentou reiterou enfatizou diz dizem dizia disse disseram dizer dito afirma
        afirmam afirmou afirmaram declara declarou declararam explica explicou explicaram acrescenta
        acrescentou aponta apontou garante garantiu assegura assegurou anuncia anunciou anunciaram
        escreve escreveu responde respondeu pergunta perguntou conta contou relata relatou relataram
        reconhece reconheceu admite admitiu adverte advertiu alerta alertou denuncia denunciou
        insiste insistiu lembra lembrou destaca destacou ressalta ressaltou informa informou
        informaram confirma confirmou revela revelou cita citou conclui concluiu comenta comentou
        defende defendeu alega alegou argumenta argumentou salienta observa decidiram""",
    source="""segundo conforme de_acordo_com na_opinião_de nas_palavras_de a_julgar_por
        no_entender_de""",
    claim="""afirmação afirmações alegação alegações acusação acusações prova provas evidência
        evidências crença ideia ideias boato boatos suspeita suspeitas temor receio esperança
        opinião impressão indício indícios sinal sinais teoria tese hipótese argumento
        declaração possibilidade probabilidade dúvida dúvidas mito mentira risco perigo relato
        relatos pergunta fato facto""",
    that="que se como por_que porque",
    relay="""sabe sabem sabia mostra mostram sugere sugeriu promete prometeu pediu expressou dizendo
        afirmando explicando considerou julgou avalia avaliou relatou comunicou descreve
        descreveu falou fala diria tinha_dito afirmado declarado explicado informado""",
    joint="quem onde quando depois enquanto porque antes e mas ou cujo cuja",
    first_person="eu nós meu minha nosso nossa nossos me nos",
    hearsay="teria teriam seria seriam",
    scale="""% por_cento milhão milhões mil milhar milhares bilhão bilhões bilião biliões
        trilhão trilhões cem centenas dúzia dúzias euro euros dólar dólares cêntimos centavos
        real reais libra libras ienes ano anos mês meses semana semanas dia dias hora horas
        minuto minutos segundo segundos século séculos metro metros quilômetro quilômetros
        quilómetros km m cm mm hectare hectares tonelada toneladas quilo quilos kg gramas litros
        graus vezes watts quilowatts pontos""",
    pronoun="""eu me mim meu minha meus minhas nós nos nosso nossa nossos nossas tu te você
        vocês ele ela eles elas lhe lhes o a os as se seu sua seus suas dele dela deles delas
        este esta isto estes estas esse essa isso esses essas aquele aquela aquilo aqueles
        aquelas um uma uns umas quem que qual quais cujo cuja do da dos das mesmo mesma ali aqui""",
    determiner="""o a os as um uma uns umas do da dos das meu minha meus minhas teu tua nosso
        nossa nossos nossas seu sua seus suas este esta estes estas esse essa esses essas aquele
        aquela aqueles aquelas cujo cuja""",
    number="""zero um dois duas três quatro cinco seis sete oito nove dez onze doze treze
        quatorze catorze quinze dezesseis dezessete dezoito dezenove vinte trinta quarenta
        cinquenta sessenta setenta oitenta noventa cem cento mil milhão milhões bilhão bilhões
        meio meia metade terço quarto primeiro primeira segundo segunda terceiro terceira dobro
        triplo dúzia dezenas centenas milhares""",
    quantifier="""todos todas todo toda cada muitos muitas muito muita vários várias alguns
        algumas só apenas ambos ambas maioria metade inteiro inteira numerosos diversos mais
        menos poucos""",
    judgement="""corrupto corrupta falso falsa ilegal ilegais suposto desastroso desastrosa
        criminoso criminosa escandaloso vergonhoso vergonhosa perigoso perigosa radical
        extremista culpado culpada inocente racista desonesto desonesta estúpido mentiroso
        mentirosa ridículo absurdo absurda brutal cruel irresponsável injusto injusta imoral
        polêmico polémico controverso mau má terrível horrível excelente grave verdadeiro
        verdadeira secreto secreta covarde corajoso incompetente fraudulento fracassado
        estrangeiro estrangeira *mente""",
    innocent="""há_pouco pouco_depois pouco_antes daqui_a_pouco um_pouco mais_ou_menos que_se já_se
        onde_se""",
    inverted="fosse fossem tivesse tivessem houvesse caso",
    factive="esquecer esqueça esquecemos sabe sabia sabiam soube notou",
    relative="quem",
    owner="cujo cuja cujos cujas",
    until="até_que",
    gendered="ele eles dele | ela elas dela",
    coordinating="e ou nem",
    purpose="para",
    almost="quase por_pouco prestes_a",
    opposing="contra",
    bounding="até",
    adjective_last=True,
)
