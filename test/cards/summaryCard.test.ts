import { mrsK } from '../scenarios/people';
import { World } from '../support/talk';
import { upToOptions } from '../support/walk';

describe('what the person wants, on the summary', () => {
  it('is said in words of its own, however it was chosen', async () => {
    const talk = await upToOptions(new World(), mrsK, { name: 'Mrs K', year: '1955' });
    await talk.say('summary');
    const wants = talk.card.lines.find((line) => line.includes('Wants:')) ?? '';
    expect(wants).toMatch(/people.*being useful|being useful.*people/);
    expect(wants).not.toMatch(/less than|out of 10/);
  });
});
