/** The pictures of a flow: as steps, as a map, by days, by people. */
export function flowTabWords() {
  return {
    views: 'Show this flow as',
    tab: { steps: 'Steps', map: 'Map', days: 'Days', people: 'People' },
  };
}
