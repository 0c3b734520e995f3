/** What parts are called that stand for people and groups who are not named. */
export const partNames = {
  person: (n: number): string => `Person ${n}`,
  role: (n: number): string => `Group ${n}`,
};
