import fc from 'fast-check';
import { anyText } from '../../support/anyText';

const awkward = [
  '',
  '   ',
  'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
  'W'.repeat(400),
  'a b c d e f g h i j k l m n o p q r s t u v w x y z '.repeat(20),
  'أحب الحديقة والزهور كثيرا جدا في الصباح',
  'שלום עולם וכל מי שגר בו',
  'Łódź, Þingvellir, Ǿ and ñandú',
  'mixed עברית and العربية words',
  'z̷̢̧̨̛̖̗̘a̸̡̛̖̗̘l̵̢̛̖̗̘g̶̨̛̖̗̘o',
  '😀🌻👩‍👩‍👧‍👦🏳️‍🌈',
  '园艺小组',
  'தோட்டம்',
  '<script>alert("1")</script> & </svg> ]]> <!-- --',
  '${name} {{name}} **bold** [link](http://example.test)',
  '\u0000\u0007\u001b[31m\u202Eabc\u2066\uD800\uFFFE\u2028line',
  '“I want my hands in the soil again, with somebody beside me”',
  'first/second/third-and-fourth-and-fifth-and-sixth',
  '﷽ ﷽ ﷽',
];

/** Words as people (and machines, and mischief) write them. */
export const anyWords = fc.oneof(
  fc.constantFrom(...awkward),
  anyText(60),
  fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 14 }), { maxLength: 12 }).map((words) => words.join(' ')),
  fc.array(fc.constantFrom('garden', 'walks', 'dark evenings', 'the', 'bus', 'nobody', 'physiotherapy'), { minLength: 1, maxLength: 9 }).map((words) => words.join(' ')),
);
