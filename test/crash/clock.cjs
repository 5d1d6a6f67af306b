// Loaded into the bot before its own code: its clock begins where the test says. What lasts still lasts as long.
const begins = Date.parse(process.env.CLOCK_BEGINS);
const ahead = begins - Date.now();
const RealDate = Date;

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + ahead);
    else super(...given);
  }

  static now() {
    return RealDate.now() + ahead;
  }
};
