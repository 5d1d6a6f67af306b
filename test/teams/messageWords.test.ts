import { intentOf } from '../../src/teams/readTurn';

const bot = { id: '28:bot', name: 'Threefold' };
type Message = Partial<Parameters<typeof intentOf>[0]> & { readonly html?: string };
const said = ({ html, ...message }: Message) => {
  const intent = intentOf({ type: 'message', value: undefined, recipient: bot, ...message, ...(html === undefined ? {} : { attachments: [{ contentType: 'text/html', content: html }] }) });
  return intent.kind === 'said' ? intent.text : intent.kind;
};
const answeredHtml = (words: string) => `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="17"><strong itemprop="mri" itemid="28:bot">Threefold</strong><p itemprop="preview">Does she feel safe at home?</p></blockquote>\n<p>${words}</p>`;
const forwardedHtml = (words: string, before = '') => `${before}<blockquote itemtype="http://schema.skype.com/Forward">\n${words}\n</blockquote>`;

describe('the words of a message', () => {
  it.each<[string, Message, string]>([
    ['are what was typed, with its marks', { text: 'BP < 120 & "fine"' }, 'BP < 120 & "fine"'],
    ['are the same when they come as HTML as well', { text: 'She is fine', html: '<p>She is <b>fine</b></p>' }, 'She is fine'],
    ['leave out the name of the bot', { text: '<at>Threefold</at>\u00a0help', entities: [{ type: 'mention', text: '<at>Threefold</at>', mentioned: bot }] }, 'help'],
    ['leave out the mark of the message that is answered', { text: '<quoted messageId="17"/> stop', html: answeredHtml('stop') }, 'stop'],
    ['leave out each of several such marks', { text: '<quoted messageId="1"/>\nyes<quoted messageId="2"/> no' }, 'yes  no'],
    ['keep such a mark that is not whole', { text: 'he typed <quoted messageId=' }, 'he typed <quoted messageId='],
    ['are those forwarded when nothing was written', { text: '', html: forwardedHtml('<p>She told me she can&#39;t go on.</p><p>Tom &amp; me</p>') }, "She told me she can't go on.\nTom & me"],
    ['hold what was forwarded after what was written', { text: 'From her son', html: forwardedHtml('<p>Mum is low</p>', '<p>From her son</p>') }, 'From her son\n\nMum is low'],
    ['hold it once when the text has it as well', { text: 'From her son\n\nMum is low', html: forwardedHtml('<p>Mum&nbsp;is low</p>', '<p>From her son</p>') }, 'From her son\n\nMum is low'],
    ['are read from HTML when there is no text, but for what is answered', { html: answeredHtml('She is fine<br>Sleeps well <img alt="🙂" src="x">') }, 'She is fine\nSleeps well 🙂'],
    ['are read from a table line by line', { text: ' ', html: '<table><tr><td>Mood</td><td>low</td></tr><tr><td>Sleep</td><td>poor</td></tr></table>' }, 'Mood low\nSleep poor'],
    ['keep what stood between < and >, which the text lacks', { text: 'weighs  kg, ring  first', html: '<p>weighs &lt;50&gt; kg, ring &lt;her sister&gt; first</p>' }, 'weighs <50> kg, ring <her sister> first'],
    ['are those of the text where the HTML only adds a picture', { text: 'see this', html: '<p>see this <img alt="image" src="x"></p>' }, 'see this'],
    ['are those of the text where somebody is named', { text: '<at>Sal</at> is away', html: '<p><span itemtype="http://schema.skype.com/Mention" itemid="0">Sal Ode</span> is away</p>' }, 'Sal is away'],
    ['are none in a message of nothing', { text: '', html: '<div>&nbsp;</div>' }, ''],
  ])('in every shape %s', (_name, message, expected) => expect(said(message)).toBe(expected));

  it.each<[string, unknown]>([['is broken', '<blockquote><p>low <b'], ['is no text', { a: 1 }], ['is missing', undefined]])('are no crash when the HTML %s', (_name, content) => {
    expect(intentOf({ type: 'message', value: undefined, text: '', attachments: [{ contentType: 'text/html', content }, null] })).toMatchObject({ kind: 'said' });
  });
  it('are read from very deep and very long HTML', () => expect(said({ text: '', html: `${'<blockquote>'.repeat(20_000)}low${'<p>word</p>'.repeat(20_000)}` })).toMatch(/^low\nword/));
});
