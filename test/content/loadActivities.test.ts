import { loadActivities, readActivities } from '../../src/content/loadActivities';

const { activities } = loadActivities();

describe('the sample catalogue', () => {
  it('holds about forty invented activities, each marked as a sample', () => {
    expect(activities.length).toBeGreaterThanOrEqual(40);
    expect(activities.filter(({ sample }) => !sample)).toEqual([]);
  });

  it('is read once', () => expect(loadActivities()).toBe(loadActivities()));

  it('has one that is full, one that has closed, and one that nobody checked for a year', () => {
    expect(activities.filter(({ status }) => status === 'full')).toHaveLength(1);
    expect(activities.filter(({ status }) => status === 'closed')).toHaveLength(1);
    expect(activities.filter(({ checked }) => checked !== undefined && checked < '2025-11-01')).toHaveLength(1);
  });

  it('gives every experience and reaches every family of interests', () => {
    expect(new Set(activities.flatMap(({ gives }) => gives)).size).toBe(9);
    expect(new Set(activities.flatMap(({ interests }) => interests)).size).toBe(14);
  });

  it('names only numbers and addresses that belong to nobody', () => {
    for (const { contact } of activities) expect(contact).toMatch(/^01632 960\d{3}$|@example\.org$/);
  });

  it('has something for free, at night, at home, by phone, online and outdoors', () => {
    const kinds = new Set(activities.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['advice', 'class', 'drop-in', 'group', 'home', 'online', 'phone', 'volunteering']);
    expect(activities.some(({ setting }) => setting === 'outdoors')).toBe(true);
    expect(activities.filter(({ pounds }) => pounds === 0).length).toBeGreaterThan(20);
  });
});

describe('a catalogue that does not make sense', () => {
  const [first] = activities;
  const refusalOf = (file: unknown): string => {
    try {
      readActivities(file);
      return 'read';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('is refused with every problem at once', () => {
    const said = refusalOf({ version: 'v1', activities: [first, { ...first, checked: 'last week' }, { ...first, id: 'crowd', company: 'small', groupSize: 40 }, { ...first, id: 'words', what: 'A high-risk group.' }] });
    expect(said).toContain('potting-group stands there twice. Keep one.');
    expect(said).toContain('“last week” is no day.');
    expect(said).toContain('crowd: 40 people are not a small group.');
    expect(said).toContain('is not for us to say');
  });

  it('is refused when a fact is missing or not known', () => {
    expect(refusalOf({ version: 'v1', activities: [{ ...first, gives: ['fun'] }] })).toMatch(/potting-group|activities/);
    expect(refusalOf({ version: 'v1', activities: [] })).not.toBe('read');
  });
});
