import { World } from '../support/talk';
import { openCase } from '../support/walk';

describe('where the detail of a concern goes', () => {
  it('is told in the words of the button that it goes behind', async () => {
    const talk = await openCase(new World(), { name: 'Mrs K', year: '1955' });
    await talk.say('Her husband hits her.');
    expect(talk.text).toContain('Write the detail in the safety record only.');
    expect(JSON.stringify(talk.json)).toContain('"title":"Write the detail in the safety record"');
    expect(talk.text).not.toMatch(/restricted note|Write down more/);
  });
});
