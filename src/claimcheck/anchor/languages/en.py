"""English: see `claimcheck.anchor.languages` for where the words come from."""

from __future__ import annotations

from typing import Final

from claimcheck.anchor.languages.vocabulary import Vocabulary

VOCABULARY: Final = Vocabulary(
    name="English",
    small="""the of and to in a is that it was for on with as he be at by had not are but from
        have an they which one you were all her she there would their we him been has when who
        will more if out so what up its about into than them can only other some could these two
        may then do any my now such our over me even most after also did many your this his i or""",
    negation="""not never no none nobody no_one nothing nowhere neither nor without cannot
        *n't isnt dont doesnt didnt wasnt werent cant couldnt wont wouldnt shouldnt havent
        hasnt hadnt hardly barely scarcely rarely seldom ain't no_longer not_all not_every
        by_no_means anything_but far_from nothing_like not_one little_or_no zero yet_to
        a_long_way_from short_of_being does_not did_not do_not is_not was_not are_not
        were_not has_not had_not have_not will_not would_not could_not should_not must_not
        may_not might_not shall_not not_true not_so not_the_case is_not_true was_not_true
        isn't_true wasn't_true is_not_so was_not_so isn't_so wasn't_so is_not_the_case
        was_not_the_case in_none_of in_no_case at_no_time in_no_way on_no_account
        under_no_circumstances at_none_of""",
    innocent="""in_the_past in_the_future in_future in_late of_late since_late kind_of sort_of
        a_little little_bit the_little at_the_least not_least last_but_not_least no_doubt
        no_wonder not_only not_just state_of wrong_side anything_else from_zero below_zero
        above_zero net_zero ground_zero zero_in zero_tolerance opposite_sex opposite_side
        opposite_direction opposite_end not_until was_not_until is_not_until
        could_feel could_hear can't_believe cannot_believe couldn't_believe could_not_believe
        can_not_believe could_hardly_believe could_scarcely_believe""",
    reversal="""on_the_contrary quite_the_opposite quite_the_contrary forgot_to forgets_to
        forgotten_to deny denies denied denying denial denials refute refutes refuted refuting
        disputed_that dispute_that disputes_that disputes_the disputed_the dispute_the disputing
        reject rejects rejected rejecting rebut rebuts rebutted debunk debunks debunked debunking
        dismiss dismisses dismissed dismissing disprove disproves disproved disproven contradict
        contradicts contradicted recant recants recanted retract retracts retracted retraction
        withdrew withdrawn disavow disavowed disavows disown disowned repudiate repudiates
        repudiated doubt doubts doubted doubting doubtful dubious questioned_whether disagree
        disagrees disagreed disbelieve disbelieved fail fails failed failing failure refuse refuses
        refused refusing refusal decline_to declines_to declined_to declining_to stop stops stopped
        stopping cease ceases ceased prevent prevents prevented preventing avoid avoids avoided
        avoiding quit halted forbid forbids forbidden forbade ban bans banned prohibit prohibits
        prohibited false falsely untrue wrong wrongly incorrect incorrectly mistaken mistakenly
        erroneous erroneously fake baseless unfounded groundless bogus fabricated lied liar hoax
        myth rumor rumors rumour rumours rumored rumoured unable unlikely impossible implausible
        improbable unclear uncertain unsure unproven unverified unconfirmed insufficient inadequate
        lack lacks lacked lacking absence few fewer little less least instead instead_of rather_than
        opposed opposes pretend pretends pretended pretending feigned downplay downplayed
        played_down ruled_out rule_out rules_out neglect neglected cancelled canceled worthless
        useless opposite antithesis far_cry away_from_being nowhere_near far_short reverse_of
        contrary_of a_lie nonsense rubbish baloney hogwash deprived_of deprives_of untruly ceasing
        too_old_to too_early_to too_late_to too_soon_to fairy_tale tall_tale stretch_to exaggeration
        overstatement over_my_dead_body said_no said_nobody just_kidding yeah_right my_foot not_true
        not_so not_the_case a_joke lied_about no_such_thing is_not_true was_not_true isn't_true
        wasn't_true is_not_so was_not_so isn't_so wasn't_so is_not_the_case was_not_the_case
        premature_to naive_to misleading_to inaccurate_to absurd_to ridiculous_to gone_are_the_days
        preposterous ludicrous to_the_contrary""",
    doubt="""threatened_to threatens_to promised_to promises_to pledged_to pledges_to vowed_to
        vows_to agreed_to agrees_to offered_to offers_to asked_to told_to urged_to may might can
        could would should must ought shall perhaps maybe possibly probably likely presumably
        supposedly allegedly alleged reportedly purportedly purported apparently seemingly
        ostensibly potentially conceivably arguably hopefully seem seems seemed seeming appear
        appears appeared appearing suggest suggests suggested suggesting suggestive indicate
        indicates imply implies implied suspicion suspicions assumption possible possibility
        probability probable plausible potential chance speculation theory hypothesis whether wether
        attempt attempts attempted attempting try tries tried trying *'d could've may've might've
        would've should've about_to consistent_with compatible_with said_to thought_to believed_to
        claimed_to supposed_to on_paper in_theory expected_to going_to_be due_to_be set_to_be
        scheduled_to hoped_to meant_to intended_to planned_to with_luck with_any_luck
        with_a_bit_of_luck on_one_reading it_is_thought it_is_believed it_is_said it_is_claimed
        it_is_alleged""",
    thought="""think thinks thought thinking believe believes believed believing feel felt
        feels imagine imagined imagines consider considered considers hope hopes hoped
        hoping wish wished wishes want wants wanted wanting expect expects expected
        expecting fear fears feared worry worries worried afraid suspect suspects suspected
        guess guesses guessed assume assumes assumed assuming suppose supposes supposed
        presume presumes presumed claim claims claimed claiming allege alleges alleged
        pretend pretends pretended predict predicts predicted estimate estimates estimated
        anticipate anticipates speculate speculates speculated wonder wonders wondered
        wondering hypothesize hypothesized propose proposes proposed plan plans planned
        planning intend intends intended plead pleads request requested order ordered demand
        demands demanded urge urges urged recommend recommends recommended dream dreamed
        dreamt doubt doubts doubted convinced persuaded let lets essential_that
        important_that necessary_that vital_that joke joked joking joked_that boast boasted
        boasts brag bragged legend_has_it rumor_has_it rumour_has_it myth_has_it
        tradition_has_it word_has_it""",
    condition="""if unless provided_that providing_that provided_the as_long_as so_long_as
        on_condition only_if even_if in_case in_the_event assuming supposing otherwise lest
        should_you except_when except_if were_it_not provided_it provided_they depending_on
        contingent_on contingent_upon conditional_on conditional_upon depending_upon
        subject_to_a_vote subject_to_approval subject_to_review subject_to_confirmation
        subject_to_ratification in_the_unlikely_event provided_you provided_he provided_she
        provided_we""",
    concession="""although though even_though despite in_spite_of notwithstanding albeit
        contrary_to""",
    contrast="""but however yet still nevertheless nonetheless instead regardless
        on_the_other_hand that_said even_so while whereas unlike""",
    absence="without",
    admission="admittedly to_be_sure granted it_is_true that_is_true it's_true sure_enough",
    exception="except except_for save_for other_than apart_from aside_from barring",
    restriction="""at_least for_now for_the_moment for_the_time_being until_further_notice
        pending on_paper in_theory in_name_only if_at_all if_ever supposedly
        in_a_manner_of_speaking so_to_speak in_a_sense after_a_fashion of_sorts
        up_to_a_point to_some_extent to_a_degree to_an_extent in_a_way in_principle
        nominally temporarily provided subject_to""",
    limit="""only merely just solely simply exclusively purely up_to at_least at_most at_best
        no_more_than no_less_than more_than less_than fewer_than not_more_than over under
        partly partially part_of almost nearly half_of a_fraction_of a_handful_of a_minority_of
        as_many_as as_much_as as_few_as as_little_as limited_to a_few minus all_but as_good_as
        next_to a_minority a_sliver_of a_tiny_minority_of a_mere""",
    bound="""up_to at_least at_most no_more_than no_less_than no_fewer_than more_than less_than
        fewer_than not_more_than not_less_than minus negative well_over well_under just_over
        just_under upwards_of in_excess_of maximum_of minimum_of one_in one_out_of below above
        zero_point nought_point short_of""",
    multiple="""% ‰ percent per_cent percentage million millions billion billions trillion
        trillions thousand thousands hundred hundreds dozen dozens bn mn
        tn thousandths hundredths tenths per_mille per_mil crore crores lakh lakhs""",
    rough="""about around roughly approximately close_to virtually practically often usually
        generally typically primarily mainly mostly largely some several most_of some_of
        many_of nigh_on sometimes occasionally more_or_less in_part much_of or_so
        a_couple_of a_number_of a_portion_of a_share_of""",
    modifier="""former alleged fake so-called would-be ex ex-* potential possible proposed
        failed retired future acting deputy assistant vice late fictional fictitious
        imaginary supposed purported suspected aspiring attempted self-styled
        self-proclaimed self-described erstwhile onetime one-time past previous prospective
        presumed apparent putative hypothetical unsuccessful would_be incoming outgoing
        disgraced counterfeit false bogus pseudo-* mock quasi-* near-* virtual unofficial
        then-* interim likely probable co-* non-* anti-* wannabe claimed designate sham
        phony ersatz defunct ousted disbarred the_then to-be soon-to-be""",
    report="""say says said saying tell tells told telling claim claims claimed claiming stated
        argue argues argued arguing allege alleges alleged assert asserts asserted assure
        assures assured assuring maintains maintained insist insists insisted contend contends
        contended reportedly reports reported announce announces announced explain explains
        explained write writes wrote add adds added adding notes noted noting warn warns warned
        admit admits admitted acknowledge acknowledges acknowledged concede concedes conceded
        declare declares declared testify testified testifies tweet tweeted tweets reply replies
        replied respond responds responded answered recalls recalled remarked complain complained
        complains predict predicted predicts promise promised promises vow vowed vows pledge
        pledged confirm confirmed confirms reveal revealed reveals deny denies denied indicated
        indicates conclude concluded concludes boast boasted joke joked mentioned mentions swear
        swore speculated advise advised cautioned urged accuse accused accusing quipped opined
        emphasized stressed reiterated shouted cried whispered quote quotes quoted quoting
        point_out points_out pointed_out told_reporters said_to known_to appears_to appear_to
        appeared_to found_that shows_that showed_that show_that shown_that informed""",
    source="""according_to in_the_words_of in_his_view in_her_view in_their_view
        in_the_opinion_of as_per by_his_account by_her_account per in_his_opinion
        in_her_opinion in_their_opinion in_his_telling in_her_telling""",
    claim="""claim claims allegation allegations accusation accusations evidence belief beliefs
        idea ideas notion suggestion suggestions report reports rumor rumour rumors rumours
        assertion assertions argument arguments statement statements theory theories hypothesis
        possibility chance likelihood probability fear fears hope hopes view opinion impression
        proof indication indications sign signs doubt doubts myth lie assumption suspicion
        suspicions concern concerns contention conviction speculation thesis fact danger risk
        reason guarantee question perception conspiracy feeling""",
    that="that whether if how why",
    relay="""ask asks asked asking suggest suggests suggested suggesting show shows showed shown
        find finds found know knows knew knowing known see sees saw agree agrees agreed remind
        reminds reminded describe describes described describing cite cites cited citing
        emphasize emphasizes emphasizing stress stresses stressing estimate estimates estimated
        mention mentions mentioning discuss discusses discussed discussing learn learned learns
        learnt hear heard hears read reads remember remembers remembered realize realizes
        realized understand understands understood sure certain clear confident concerned aware
        repeat repeats repeated repeating comment commented comments observe observes observed
        propose proposes proposed offer offers offered offering post posted posts express
        expresses expressed recount recounts recounted relate related release released issued
        demonstrate demonstrates demonstrated note hints hinted hint argue recalled recalling
        recall continue continued conclude stating state states posit posits contend report
        reporting declares charge charges charged insisting maintain complaining explaining
        announcing wrote writing confirm confirming admitting acknowledging conceding joking
        warning predicting promising pledging vowing boasting alleging asserting believes
        project projected projects forecast forecasts determine determined decide decided
        decides ruled rule rules judge judged praise praises praised praising criticize
        criticizes criticized criticizing blast blasts blasted slam slams slammed attack attacks
        attacked attacking blame blames blamed blaming defend defends defended defending back
        backs backed backing support supports supported oppose opposes opposed reject rejects
        rejected mock mocks mocked call calls called calling tout touts touted touting dismiss
        dismisses dismissed demand demands demanded condemn condemns condemned denounce
        denounces denounced hail hails hailed urge question questions questioned highlight
        highlights highlighted decry decried lament laments lamented ridicule ridiculed accuse
        accuses accused seek seeks sought detail detailed outline outlined address addressed
        point points pointed referenced refer refers referred touch touched focus focused
        applaud applauded disdain criticism speak spoke speaks talk talks talked plan plans want
        wants wanted hope hopes expects endorse endorsed endorses concern concerns worry worries
        comparing compared compares""",
    joint="""who whom which where when after while because whose before and but or since once until
        though although despite following""",
    first_person="i we my our me ourselves myself",
    scale="""percent per_cent percentage % ‰ ° million millions billion billions trillion
        trillions thousand thousands hundred hundreds dozen dozens bn m k mn tn dollar dollars
        euro euros pound pounds cent cents penny pence yen yuan rupee rupees ruble rubles franc
        francs peso pesos year years month months week weeks day days hour hours minute minutes
        second seconds decade decades century centuries times fold mile miles kilometer
        kilometers kilometre kilometres km meter meters metre metres cm mm inch inches foot feet
        yard yards acre acres hectare hectares ton tons tonne tonnes kilogram kilograms kg gram
        grams g mg lb lbs ounce ounces oz liter liters litre litres l ml gallon gallons degree
        degrees celsius fahrenheit watt watts kw mw gw kwh volt volts hz khz mhz ghz kb mb gb tb
        mph km_h point points years-old year-old basis bps pp or_more or_fewer or_less or_so at_most
        at_the_most and_a_half below_zero below_freezing out_of in_a_thousand in_a_hundred short""",
    pronoun="""i me my mine we us our ours you your yours he him his she her hers it its they
        them their theirs this that these those himself herself itself themselves myself
        ourselves yourself there here one's who whom whose which what the a an""",
    determiner="""the a an my our your his her its their whose this that these those such
        another each every some any no both which what""",
    number="""zero one two three four five six seven eight nine ten eleven twelve thirteen
        fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
        seventy eighty ninety hundred hundreds thousand thousands million millions billion
        billions trillion dozen dozens half third quarter first second fourth fifth sixth
        seventh eighth ninth tenth once twice thrice double triple thirds quarters fifths
        percent""",
    quantifier="""all any both each every everybody everyone everything many more most much only
        some several half entire whole numerous countless various plenty majority""",
    judgement="""corrupt fake illegal unlawful disastrous so-called foreign dishonest
        criminal evil stupid crooked fraudulent incompetent racist shameful outrageous
        terrible awful horrible dangerous radical extremist extreme guilty innocent
        disgraceful scandalous notorious infamous controversial discredited disgraced lying
        traitorous treacherous greedy brutal violent reckless irresponsible illegitimate
        unfair unjust immoral cruel vile vicious ridiculous absurd hypocritical cowardly
        heroic brave great best worst bad good excellent wonderful successful unsuccessful
        failed false true real genuine alleged supposed secret white black bogus phony sham
        useless pathetic foolish insane crazy ruthless despicable sinister toxic deadly poor
        weak strong big huge massive tiny illegally unlawfully corruptly secretly
        reluctantly deliberately knowingly falsely wrongly shamefully recklessly brutally
        openly cynically fraudulently unfairly rightly bravely stupidly cruelly violently
        intentionally unwillingly maliciously dishonestly improperly unjustly wilfully
        willfully rudely foolishly carelessly proudly happily sadly gladly quietly suddenly""",
    inverted="were had should",
    factive="""forget forgets forgot forgotten notice noticed learned told realize realizes
        realized realise realises realised know knows knew known remember remembers remembered
        discover discovered aware understand""",
    relative="who whom which",
    owner="whose",
    until="until till",
    gendered="he him his himself | she her hers herself",
    coordinating="and or nor",
    purpose="to",
    almost="almost nearly all_but came_close_to comes_close_to on_the_verge_of on_the_brink_of",
    opposing="against",
    bounding="over under",
    loose="just simply",
)
