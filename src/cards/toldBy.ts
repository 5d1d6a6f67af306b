/** Ways of telling somebody; each stands in the record in these words. */
export const toldBy = ['In person', 'By phone', 'By Teams message', 'By email', 'By an emergency call'].map((way) => ({ title: way, value: way.charAt(0).toLowerCase() + way.slice(1) }));
