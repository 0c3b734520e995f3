/** The page on which all pictures of the gallery hang side by side, stage by stage. */
import { type Look, lookName, pictureOf } from './looks.ts';
import type { Result } from './take-pictures.ts';

const style = `
body { font: 15px system-ui; margin: 24px; background: #888; color: #fff }
h2 { position: sticky; top: 0; margin: 0; padding: 8px 0; background: #888; z-index: 1 }
.states { display: grid; grid-template-columns: repeat(auto-fill, minmax(880px, 1fr)); gap: 24px }
figure { margin: 0 } figcaption { padding: 4px 0 } .fault { color: #ffd0c8; font-size: 12px }
.shots { display: flex; flex-wrap: wrap; gap: 8px } img { display: block; height: 320px }
`;

export function contactSheet(results: readonly Result[], looks: readonly Look[]): string {
  const stages = [...new Set(results.map(({ stage }) => stage))];
  const sections = stages.map((stage) => {
    const states = results
      .filter((result) => result.stage === stage)
      .map((result) => stateToHtml(result, looks));
    return `<h2>${escapeHtml(stage)}</h2><div class="states">${states.join('\n')}</div>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Gallery</title><style>${style}</style>${sections.join('\n')}`;
}

function stateToHtml({ state, missing, faults }: Result, looks: readonly Look[]): string {
  const said = [...(missing === null ? [] : [`missing: ${missing}`]), ...faults];
  const shots = missing === null ? looks.map((look) => shotToHtml(state, look)).join('') : '';
  const notes = said.map((one) => `<div class="fault">${escapeHtml(one)}</div>`).join('');
  return `<figure><figcaption>${escapeHtml(state)}</figcaption>${notes}<div class="shots">${shots}</div></figure>`;
}

function shotToHtml(state: string, look: Look): string {
  const file = pictureOf(state, look);
  return `<a href="${file}"><img loading="lazy" src="${file}" alt="${escapeHtml(`${state}, ${lookName(look)}`)}"></a>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
