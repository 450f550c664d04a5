/** Short texts written for the site: something to read for a network that learns letters or words. */

/** Five paragraphs of plain prose. */
export const PROSE =
  `The lighthouse keeper wrote one line a day. In the morning she read what she had written the day before,
looked at the sea, and added a line that belonged to both. She never turned back more than one page. After a year the book
was full, and it told a story that nobody had planned.

A river does not keep the rain that fell on it. It keeps a shape, and the shape was made by all the rain there ever was.
Ask the river about the storm of last winter, and it will show you a bend; ask it about a single drop, and it will show you
nothing at all.

When the old clock was taken apart, they found a small wheel with a note scratched into it: the second tooth from the left
is short, so listen for it. Every minute the clock had limped a little, and every hour it had caught up again. The family
had heard that limp for eighty years, and had taken it for the sound of time itself.

The children played a game in which each of them added one word to a sentence. The first said the. The second said dog.
The third said did. The fourth said not. From then on it was hard, for everything that the dog had not done had to be
remembered until somebody said bark.

On the last day of the market the baker sold bread at half the price. In the morning people asked why. At noon they asked
for how long. In the evening they asked whether he would do it again, and he said that he would think about it, as he had
said every year.`
    .replaceAll(/\n(?!\n)/g, ' ')
    .replaceAll(/\n+ ?/g, '\n');

/** The same idea in Chinese: a network reads one character after another, and what it read first fades. */
export const CHINESE_PROSE = `循环网络一次只读一个字。它把读过的内容记在状态里，然后再去读下一个字。读得越久，最早的字就记得越淡。

看守灯塔的人每天写一行日记。早上她先看昨天写的那一行，再看一看大海，然后写下今天的一行。一年以后，本子写满了，里面有一个谁也没有想过的故事。`;
