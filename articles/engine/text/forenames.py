"""Forenames by gender, in lower case."""

FEMALE_FORENAMES = frozenset(
    """aaliyah abby abigail ada adele adelina adriana agatha agnes aicha ainsley aisha alana alba alejandra alessandra
    alexandra alexandria alexia alexis alice alicia alina alisa alison alisyn allison alma alyssa amal amalia amanda
    amber amelia amina amira amy ana anastasia andrea angela angelica angelina angelique angie anita anja ann anna
    annabel anne annette annie antonia anya aparna april ariana arianna arlene ashley asma astrid audrey aung aurora
    ava ayanna ayesha barbara beatrice beatriz becky belinda bella benazir benita bernadette bernice bertha beth
    bethany betsy betty beverly beyonce bianca bonnie brenda brianna bridget brittany brooke camila camilla camille
    candace candice candy cara carla carly carmel carmelita carmen carol carole carolina caroline carolyn carrie
    cassandra catarina catherine cathy cecile cecilia celeste celia charlayne charlene charlotte chellie chelsea
    cher cheryl chloe christiane christina christine cindy claire clara clare clarissa claudia cokie colleen
    condoleezza connie constance cora cori corinne cristina crystal cynthia daisy dana daniela danielle daphne
    darlene darya deanna deb debbie debby deborah debra delia delphine denise diana diane dianne dilma dilrabo dina
    dolly dolores donatella donna dora doreen doris dorothy ebony edith edna eileen ekaterina elaine eleanor elena
    elisa elisabeth elise eliza elizabeth ella ellen elsa elsie emilia emily emine emma erica erika erin esperanza
    estelle esther ethel eugenia eunice eva evelyn faith farah fatima fatma faye federica felicia felicity fern
    fernanda fiona flora florence fran frances francesca francine frederica frida gabriela gabriella gabrielle gail
    galina gayle genevieve georgia georgina geraldine gertrude gina ginger gisele giulia gladys glenda gloria grace
    greta gretchen gudrun gulnara gwen gwendolyn hailey hanan hanin hanna hannah harriet hayley hazel heather heidi
    helen helena helene henrietta hilary hilda hillary hoda hollie holly hope huma ida ilhan imelda indira ines
    ingrid irena irene irina iris irma isabel isabella isabelle ivana ivanka ivy jacinda jackie jacqueline jaime jan
    jana jane janelle janet janice janine jasmine jeanette jeanine jeanne jemima jen jenna jennie jennifer jenny
    jessica jill jillian jo joan joanna joanne jocelyn jodi joni josefina josephine joy joyce juana juanita judith
    judy julia juliana julianna julie juliet juliette june justine kaitlan kaitlin kaja kamala kara karen kari karin
    karina karine karla katarina kate katelynn katerina katharine katherine kathleen kathryn kathy katie katja
    katrina katty katy kay kayla kayleigh keisha kellyanne kendra kersti khadija kimberly kirsten kirstjen kolinda
    kristen kristi kristin kristina kristine krystal ksenia lana lara larisa latoya laura lauren laurie lea leah
    leila lena leona leonora letitia lila lilian lillian lily linda lindsay lisa liz liza lizzie lois lola loni lora
    loretta lori lorraine louisa louise lourdes lucia lucille lucinda lucy luisa lula lupita luz lydia lyn lynda
    lynn lynne lyudmila mabel mackenzie madeleine madeline madison madonna maggie malala malia mandy manuela mara
    marcela marcia margaret margarita margo margot maria mariah marian mariana marianne marie marilyn marina marine
    marion marisa marissa marjorie marla marlee marlene marsha marta martha martina mary maryam matilda maude
    maureen maxine maya mazie megan meghan megyn melania melanie melezia melinda melissa melody mercedes meredith
    meryl mia michaela michele michelle mila mildred millie mimi mina mindy miranda miriam mitzi mollie molly mona
    monica monique morgana muriel myra myrna nadezhda nadia nadine nancy naomi natalia natalie natalya natasha
    nellie ngozi nicola nicole nicolette niki nikki nina nita nkosazana noelle nora norah noreen norma nydia octavia
    olga olive olivia olympia omarosa opal oprah paige pamela patrice patricia patsy patti patty paula paulette
    pauline pearl peggy penelope penny petra phoebe phyllis polina polly poppy portia pramila priscilla priti
    rachael rachel raisa rakeyia ramona raquel rashida reagan reba rebecca regina renata renee rhonda rihanna rita
    roberta rochelle rosa rosalie rosalind rosalyn rose roseanne rosemary rosie roxanne ruby rukmini ruth sabrina
    sadie sally salma samantha samia sandra sanna sara sarah sasha savannah serena shakira shannon sharon shawna
    sheikha sheila shelby shelley shelly sheryl shirley sienna sigrid silvia simone sofia soledad sondra sonia sonja
    sonya sophia sophie stacey stacy stella stephanie sue summer susan susana susanna susanne susie suzan suzanne
    suzette svetlana sybil sylvia symone tabitha talia tamara tami tammi tammy tamron tania tanya tara tatiana
    tatyana teresa teri terri tess tessa thelma theresa therese tiffany tina tomi toni tonya tracey tracy trina
    trish trisha trudy tulsi ursula vaile valentina valeria valerie vanessa vera verity verna veronica vicki vickie
    vicky victoria viola violet virginia vivian viviana wanda wendy whitney whoopi wilhelmina wilma winifred winnie
    ximena yasmin yasmine yelena yolanda yulia yuliya yvette yvonne zainab zelda zhanna zinaida zoe""".split()
)
MALE_FORENAMES = frozenset(
    """aaron abbas abdul abdulla abdullah abe abel abraham adam adel adolf adrian ahmad ahmed ahmet akbar al alan
    albert alberto alec alejandro aleksandar aleksandr aleksei alessandro alexander alexandre alexei alexey alfonso
    alfred alfredo ali allan allen alvaro alvin amir amos anatoly anders andreas andrei andres andrew andrey andy
    angelo angus ansel anthony antoine anton antonio antony anwar ari ariel arkady armando arnold arseniy arthur
    arturo asher ashraf asif austin avi avigdor axel ayman aziz ban barack barney barron barry bart bashar basil
    beau ben benedict benjamin benjy bennett benny benyamin bernard bernardo bernie bert bertrand bibi bill billy
    binali bjorn blake bob bobby boris brad bradley bram brandon brendan brent bret brett brian brock bruce bruno
    bryan bryce burt byron caleb calvin carl carlo carlos carlton carter cedric cesar chad charles charlie chester
    chip chris christian christoph christophe christopher chuck clarence claude clay clayton clement cliff clifford
    clint clive cody colin conor conrad corey cornelius cory craig curt curtis cyril cyrus daan dale damian damon
    dan daniel danny dante dario darius darrell darren daryl dave david davide dean denis dennis denny denzel derek
    derrick desmond devin dexter didier diego dieter dimitri dimitris dino dirk dmitri dmitriy dmitry dominic
    dominik don donald doug douglas drew duane duncan dustin dwayne dwight dylan earl ed eddie edgar edmund eduard
    eduardo edward edwin ehud eli elias elijah elliot elliott elmer elon elvis emanuel emerson emil emiliano
    emmanuel enrico enrique eric erik ernest ernesto ernie erwin ethan eugene evan everett evgeny ezra fabian fabio
    felipe felix ferdinand fernando fidel filip floyd francesco francis francisco franco francois frank frankie
    franklin franz fred freddie frederic frederick friedrich fritz gabriel garrett gary gavin gene geoff geoffrey
    george georges gerald gerard gerhard gerry giacomo gianni gilbert giovanni giuseppe glenn gordon graham grant
    greg gregg gregory grover guillermo gunther gus gustav gustavo guy hakim hal hamid hamza hank hans harold harry
    harvey hasan hassan hector heiko heinrich helmut hendrik henri henrik henry herbert herman hermann hernan hideki
    homer horace horst hosni hossein howard hubert huckleberry hugh hugo humberto hunter hussein ian ibrahim ignacio
    igor ilya imran isaac isaiah ismael ismail ivan ivo jack jackson jacob jacques jair jake jakub jamal james jared
    jarod jaroslav jason javad javier jay jean-claude jean-luc jean-marc jean-marie jean-pierre jean-yves jeb jed
    jeff jefferson jeffery jeffrey jeh jens jeremiah jeremy jerome jerry jesse jesus jim jimmy jinping joachim joao
    joaquin joe joel joerg johan johann johannes john johnnie johnny jon jonah jonas jonathan jorge jose josef josep
    joseph josh joshua joss juan jules julian julio julius jun junichiro jurgen justin kareem karim karl keith
    kellan ken kenneth kenny kent keqiang kevin khaled khalid khizr kirill kirk klaus kofi konrad konstantin kurt
    kyle lamar lance larry lars laurence laurent lawrence lech len lenny leo leon leonard leonardo leonid leroy
    lester lev levi liam lincoln lindsey linus lionel lloyd logan lorenzo lou louis luc luca lucas luciano luigi
    luis luiz lukas luke luther lyle lyndon mahdi mahmoud mahmud malcolm malik manfred manny manuel marc marcel
    marcello marco marcos marcus mario marius mark markus marlon marshall martin marty marvin massimo mathew mathias
    matt matteo matthew matthias maurice mauricio max maxim maximilian mehdi mehmet melvin mevlut michael michel
    mick miguel mikael mike mikhail miles milo milton mir miro mitch mitchell mitt mohamed mohammad mohammed moritz
    morris moses moshe muammar muhammad murray mustafa naftali narendra naser nasser nathan nathaniel nawaz ned neil
    nelson newt nicholas nick nicolas nicolo nigel nikita niklas nikolai nikolaus nikolay noah noam noel nolan
    norbert norm norman nouri numan olaf oleg oliver olivier omar orlando orrin osama oscar oskar otto owen pablo
    paolo pascal patrick paul paulie paulo pavel pedro percy pervez pete peter petro phil philip philippe phillip
    pierre pieter piotr qasem qassem rafael rahm rajiv ralph ramon ramzan rand randall randolph randy raoul rauf
    raul ravi ray raymond recep reed reggie reginald reince rene rex reza ricardo riccardo richard rick ricky rob
    robbie robert roberto rod roderick rodney rodrigo roger roland rolf roman ron ronald ronnie rory roscoe ross roy
    ruben rudolf rudolph rudy rufus rupert rush russ russell ryan saad saddam sajid salman salvador salvatore sam
    samir sammy samuel santiago saul scott sean sebastian sepp sergei sergej sergey sergio seth seymour shane shaun
    shawn sheldon shimon shinzo sidney sigmar silvio simon slobodan solomon spencer stan stanislav stanley stefan
    stefano steffen stepan stephan stephen sterling steve steven stewart stuart sven sylvester tarek tariq tayyib
    tayyip ted terence terrence theo theodore thierry thomas tim timothy timur toby todd tom tomas tommy tony travis
    trent trevor trey tristan troy tucker ty tyler tyrone ulrich umar uri vaclav valery vasily vernon victor viktor
    vince vincent vincenzo vitaly vito vladimir volodymyr wade waleed walid wallace wally walt walter ward warren
    wayne wendell werner wesley wilbur wilfred wilhelm will willard willem william willie willy wilson winston wolf
    wolfgang woody xavier yahya yair yasser yevgeny yitzhak yoshihide yousef yuri yury yusuf yves zach zachary zack
    zalmay zbigniew zvi""".split()
)
#: Forenames of either gender: a person for whom both "he" and "she" fit.
UNISEX_FORENAMES = frozenset(
    """alex ashton avery blair cameron casey dominique hadley harper hong jamie jean jessie jody jordan jun kelly kerry
    kim lee leslie li marion mel min ming morgan parker pat peyton quinn reese riley robin rowan sandy skyler sydney
    taylor terry val wei""".split()
)
