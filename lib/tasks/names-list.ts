/**
 * Given names, put together for the site: common ones from many languages, without accents, and at the end some that are
 * invented. In lower case, none twice.
 */
const LIST = `
ada adam adele agnes aiko aisha akira alan alba albert alex alfred alice alina alma amara amir amy ana anders andre andrea
angela anika anita anna anton antonia ari arjun arthur asha astrid august aurora ayla ayse bao barbara basil beatrice
benedict benjamin bianca boris bruno camila carl carla carlos carmen carol caspar cecilia celia charles chiara chloe
chiyo clara claude clemens connor cora cyrus dagmar daisuke dalia dana daniel daria david deborah denis diana diego dina
dmitri dora doris edgar edith edward elena eli elias elif elisa elizabeth ella elsa emil emilia emma enzo erik erika ernest
esra esther eva evelyn fatima felix fergus fiona flora florian frances francis frank freya frida gabriel george gerda
giorgio giulia gloria grace greta gustav hana hannah hans haruki hassan hector helen helga henry hilda hiro hugo ida igor
ilse imani ines ingrid irene iris isaac isabel ivan ivy jack jacob jade james jamila jan jane jasmin jean jin joan johan
john jonas jorge josef julia julian jun june kai kamal karim karin karl kasimir katarina keiko kenji kira klara kofi kwame
lars laura layla lea leila lena leo leon leonard lidia lin lina linda livia lorenzo louis louise luca lucia lucy luis
luna lydia mabel magda maja malik manuel marcel marco maria mariam marie marina mario marta martin mary mateo matilda
maxim maya mei mercy mia michael miguel mila milan milo mina mira miriam mohan monika morgan nadia nadine naomi nathan
nelson niko nils nina noah noor nora olaf oleg olga olive oliver omar oscar otto pablo paola patricia paul paula pedro
penelope peter petra philip pia pilar priya quentin rafael rahul ramona ravi rebecca renata rene rita robert robin rosa
rose ruben ruth sachiko sakura salma samir samuel sandra sara saul sean selma sergei sigrid silas silvia simon sofia sonja
stefan stella sven tamar tara teresa theo theresa thomas tilda tim tobias tomas ulrich umar ursula valentin vera victor
viola vivian walter wanda wei willem xavier yara yasmin yuki yusuf zara zeno zoe zofia
alvane brinna caldo delmira eskel farrin galvo hestra ilmo jorvan kelvane lirien mosko narima orvel pellin quilla rosko
sarvin talmo urvana velmo wistan xandro yelvis zarimo
`;

/** What the task `names` draws from: about 360 given names in the letters a–z. */
export const NAMES: readonly string[] = LIST.trim().split(/\s+/);
