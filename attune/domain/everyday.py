"""Everyday words that lie one letter from a word of the vocabulary and are never taken for a misspelling of it."""

_WORDS = """
about above accent acres adapt addition admin admire admired aesthetic after again against agile agnes ahhh ahmed
aimed aiming allan allergies allergy almost alone along already also altar alter ames anders angela angelo angle
angles animated another archer archie arise arises arising armies arose around artistic ashes asked assemble
assembled attacker avid aware away bach back badge badges bank barge barker barking barley barnes barred barring
bars based bases basis batch bates batter bead beans beard beast beatles became because becker been before behind
being believer bella belle bells below bench bender bending berth best bets better betting between beware biased
bidding bids billed billing bills bind birch blanc bland blast blaze bleak blink blockade blogging blogs bloke blond
bloom blown blurred boat boeing booming boone boost booth boots boris both bots bought bound bowel bowie bows boxes
boxing boyle brad brake brand brass bravo brawl breach breadth bred breed brewing bride bridget briggs brink broad
brock broker brook brought bruh brunch buckley bucks built bulbs bulls burglary burke burner burst burt burton buses
bush busted busting butter buying buys byrne cable cables cache cages caller came camel cameo cancel cannes cannon
canoe capped caps career carey carr cart carve carved carving case cass castle castles catchy cater cause caused
causes causing cells cents chain champ changer chant chapter char charger charm charter cheap cheeky cheer cheese
chefs chick chile chili choir chorus chung chunk cited cites citing clan clare classy claus claws cleanse cleansing
clearer clint clone closest closure cloudy clues coarse coast cocks coded codes coding coke colin colon colts comet
comic comin commence commenced commuter complaint concept concession condo conor cons consent contend contest
context contract convent converse convert cores coroner costing costs could counties county coup court covert crabs
cradle crank crave creamy create created creates creating creation creed creek crest crews crises criticism crook
crop crown crows crust cubes cubs cues cummings cunning cunt cured curly curve curved curves dagger damon dancer
dane dante dared daring darling dealt decade decades decay decks deeds deemed demos dense depth desert detection
devised devon diarrhea dicks didnt difference differences digging diner ding dining dipped dipping discourse
district dive docks doesnt doing dolly donate donated donating done dong donor dont doomed doping dots dotted dove
down doyle dozen draft dripping driver drone dubbed duet dunk dusty eager earned earning earnings earns ease easier
eaton election elves emergence enact enter entertainer envoy event every excerpt exile exit facade facto faking
fallon false famed fares farther faulty feast feather felipe fellow fibre filed files filing finch finer finnish
firms fixes flags flair flash flawed flaws fleeing flesh flight flint float flour flowing flown flows floyd folded
folding folds folks follower fond font fooled fools forbes fore forge forged forget formed forming forms formulated
freed freezer frogs frost fueled fuels fully fund fused gamer gases gauge genes gently gettin getty giles gloss
glowing gong goodies goose gown grain grams grand grant grape grass gravel gravy grease greed greeks grind grove
guess guild guise hailed hairy halted halves hamas handler handy hangover haram hardy hart hash hatred hauled haunt
haven hayes healed healing heath heels heirs helper herbs herd heroes hiking hills hired hires hiring hmmm hockey
holmes homeless homer honesty hooker horribly horrified horrifying hose hughes hunted hunter hunting hurdle hurdles
icons ideal ieee inches independence infection injured insider instance instances intro ions irene irony itunes
jaime jeanne jess johns joint joker jude juicy kicker killer knicks knitting known labelled lads lagos lakers landed
landing lands lanes lapse lars laser later latex latter launch leaked leaking leaks learnt lease leased leases leash
leasing least ledger leeds lens leone lesions lester lever lightning linen liner ling lingerie linked linking links
litre litter liver loans local locker lodge lodged lodging logos lookin loops looting lords loss lotus lounge lover
lower lungs lynch mailed mailing mails maker males manager mania maple march mass master mater material matte median
mediated mediation medic meditation megan messi metal mighty miles milky miner minus mistaken misuse mitch mixer
modelling modem modes modest module modules moist monkey monks monte monty moose moran moron morse moss motel munich
murderer muse naive naples nasal natalie naval needless negro nets never newer newest nicer niche nickel nodes
nominee nominees nothin notre obese offender ongoing opener opted order other others outsider overrated oversight
overtime owens owes pace paddle paige palms panama panties parole parsons patent patron paved paving paying payne
pays peach peaked peaks pearson pending perks persona pests peters petrol physics pickles piers pies pilot pines
pint piper pipes piping pissed pisses pissing pitcher plane plank player plunge plunged poems poets poised poker
poles policies policy polling polls populated ports posed poses posing poster powder prayed praying presence prevent
price prick prime print prism promo prone pronounce pronounced props prose protect pulse pursue pursued pursuing
queens quote quoted quotes quoting rabbi racer raid rainy ranked ranking rankings ranks rapist rated rates rating
ratings ratio react realm rebel recent reese reeves reflex regard regent reich renal rented renting rents repay
repeal replay repost repression reset resort riches rider ridge rigged rigging ringing rings rinse riots rise rites
rivera roach roaming robbed robbery robot rocket rocky rods roles roller rose rouge route routes routing rover
rugged ruler runway sachs sack sage sail sake sales sand sank sans sayin scale scalp scarce scarf scent scope scorer
scots scout seal sears selfie selfies sell selves sensor seoul sesame seven sewing shack shade shaft shaky shale
shall shane sharp shear sheep sheet shipped shipping ships shire shooter shore should shovel shown shrink siege sims
since sincere singh sinking sinks sins sites skate skill skinner skipper slack slang slash slate slave slice slick
slight slots slower smart sneakers sniff snowy soaked soaking soaring sofia sole solve solved solving somethin
spacex spanning spans spark spear spice spine spite spoiler sponge sport spray spring square squares squat squid
stable staffing stake stale stall stance stark starr starter stash statue statues steak steel steep stem steph
sterling sticky still stint stirling stock stoke storey stormy stout strain strand straw stray stream stride striker
string strip stripe strive stroll stronger struck stuart stuffed stuffing stunned stunning stunt style subs such
suing suite suited suites suits sweep sweetie swept swift swine sword swung talkin taller tally tamil tank tanker
taped tapes tapped tapping taps tasked tasks taste tasted tastes tasting taxed taxes taxing teaser temple temples
tempo tenth tents termed terminate terminated terms terribly thames than that thee their them then there theresa
these thesis they thieves thing think this thorn thorough those though threat through thrust tick tides tiles timer
tinder title titled titles today together token tomorrow toned tones tonnes tons tools topic torch tories torres
tossed tough tougher touring tours towel trace tract tracy trafficking trail trait trance trash travelled travelling
tread treaties treaty trent tribal tricky trimmed triple trough trout truce trumps trunk trustee trustees tryin tuck
tumblr turks tweet tying under until unwilling users vaginal verbs verge verse verses very vets vice villagers
violet virgil wager wages waist waiter waived walker wally walsh walters wanderers want wards water watts weaker
weary weave weaving week weigh welding well wellbeing were whale what wheat when where whereas which while white
whole whore whose wider widow width wiley will windy winged wings with withdrew wives women wong woods word work
world worms worse would wrestler writer yogurt your yours
"""

EVERYDAY_WORDS = frozenset(_WORDS.split())
