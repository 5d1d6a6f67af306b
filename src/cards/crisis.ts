/** What to do when somebody is in danger. The same words on every card that may be open at that moment. */
export const inDanger = 'In danger now? Ring **999**. A crisis in mind or mood? Ring **NHS 111** and choose the mental health option. Stay with them.';
