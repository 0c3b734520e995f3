/**
 * A map of steps, of a run or of a workflow: to be looked at, moved, zoomed and opened, with a pointer, fingers or keys, and as
 * a list for whoever likes that better. Only what is in sight is drawn, and moving it changes one transform.
 *
 * Its geometry runs from left to right in every language; the words on it run as theirs do.
 */
import {
  createEffect,
  createMemo,
  createSignal,
  For,
  type JSX,
  on,
  onCleanup,
  onMount,
  Show,
  untrack,
} from 'solid-js';
import IconList from '~icons/lucide/list';
import IconMaximize from '~icons/lucide/maximize';
import IconMinus from '~icons/lucide/minus';
import IconPlus from '~icons/lucide/plus';
import IconWorkflow from '~icons/lucide/workflow';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { MapBox, MapDrawing, MapNode } from '../../../views/map-view.ts';
import { Button, IconButton } from '../../kit/button.tsx';
import { createDrawn, type Placed } from './create-drawn.ts';
import { type Direction, findNeighbour } from './find-neighbour.ts';
import styles from './flow-map.module.css';
import type { MapCard } from './map-card.ts';
import { listenToGestures } from './map-gestures.ts';
import { MapLegend } from './map-legend.tsx';
import { MapLines } from './map-lines.tsx';
import { MapList } from './map-list.tsx';
import { MapNodeBox } from './map-node-box.tsx';
import {
  type Area,
  createMapViewport,
  isSameArea,
  overlaps,
  type Size,
  visibleArea,
} from './map-viewport.ts';
import { useMapWords } from './use-map-words.ts';

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
const zoomStep = 1.3;
/** Smaller, and words could not be read anyway. */
const readable = 0.5;

export interface FlowMapProps {
  readonly map: MapDrawing;
  readonly label: string;
  readonly cardOf: (node: MapNode) => MapCard | undefined;
  /** Key of the node that is open. */
  readonly current: string | null;
  readonly onOpen: (node: MapNode) => void;
}

export function FlowMap(props: FlowMapProps) {
  const words = useMapWords();
  const [asList, setAsList] = createSignal(false);
  let section!: HTMLElement;
  /** The button that was pressed goes; its opposite takes the focus. */
  const show = (list: boolean): void => {
    setAsList(list);
    section.querySelector<HTMLElement>('[data-mode]')?.focus();
  };
  return (
    <section class={styles.map} aria-label={props.label} ref={section}>
      <Show when={asList()} fallback={<Stage {...props} onList={() => show(true)} />}>
        <div class={styles.mode}>
          <Button kind="ghost" size={40} data-mode="map" onClick={() => show(false)}>
            <IconWorkflow />
            {words.asMap}
          </Button>
        </div>
        <MapList {...props} />
      </Show>
    </section>
  );
}

function Stage(props: FlowMapProps & { readonly onList: () => void }) {
  const messages = useMessages();
  const words = useMapWords();
  let stage!: HTMLDivElement;
  const [size, setSize] = createSignal<Size>({ width: 0, height: 0 });
  const viewport = createMapViewport(
    () => props.map,
    () => size(),
  );
  const [focused, setFocused] = createSignal<MapNode['step'] | null>(null);
  /** Where one begins: what is open, my turn, what goes on, or the first. */
  const start = createMemo(
    () =>
      props.map.nodes.find(({ key }) => key === props.current) ??
      props.map.nodes.find((node) => props.cardOf(node)?.tone === 'turn') ??
      props.map.nodes.find(
        (node) => props.cardOf(node)?.quiet === false && props.cardOf(node)?.tone !== 'next',
      ) ??
      props.map.nodes[0],
  );
  /** What is seen first: where one begins, and what else goes on. */
  const begins = (): readonly MapNode[] => {
    const first = start();
    const isGoingOn = (node: MapNode): boolean => {
      const card = props.cardOf(node);
      return card !== undefined && !card.quiet && card.tone !== 'next';
    };
    return first === undefined
      ? []
      : [first, ...(first.key === props.current ? [] : props.map.nodes.filter(isGoingOn))];
  };
  const tabStop = createMemo(
    () => props.map.nodes.find(({ step }) => step === focused())?.step ?? start()?.step,
  );
  const area = createMemo(() => visibleArea(viewport.view(), size()), null, { equals: isSameArea });
  const nodeAreas = createMemo(() => props.map.nodes.map((node) => place(node, node)));
  const edgeAreas = createMemo(() => props.map.edges.map((edge) => place(edge, areaOf(edge.points))));
  const nodes = createDrawn(nodeAreas, area, ({ step }) => step, tabStop);
  const labels = createMemo(() => edgeAreas().filter(({ item }) => item.label !== null));

  onMount(() => {
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = stage;
      const before = untrack(size);
      setSize({ width, height });
      // A step opens beside it, or a phone is turned.
      if (before.width > 0 && (width !== before.width || height !== before.height))
        viewport.widenBy(width - before.width);
    };
    measure();
    if (size().width > 0) viewport.begin(begins());
    listenToGestures(stage, viewport);
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(stage);
    onCleanup(() => observer.disconnect());
  });
  // What was opened from elsewhere is brought into sight.
  createEffect(
    on(
      () => props.current,
      (key) => {
        const node = key === null ? undefined : props.map.nodes.find((each) => each.key === key);
        if (node !== undefined) viewport.reveal(node);
      },
      { defer: true },
    ),
  );

  const goTo = (node: MapNode): void => {
    setFocused(node.step);
    viewport.reveal(node);
    stage
      .querySelector<HTMLElement>(`[data-step="${CSS.escape(node.step)}"]`)
      ?.focus({ preventScroll: true });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (act(event.key)) event.preventDefault();
  };
  /** False when the key means nothing here. */
  const act = (key: string): boolean => {
    const direction = arrows[key];
    const end = key === 'Home' ? props.map.nodes[0] : key === 'End' ? props.map.nodes.at(-1) : undefined;
    if (direction !== undefined) {
      const from = props.map.nodes.find(({ step }) => step === tabStop());
      const next = from === undefined ? null : findNeighbour(props.map, from, direction);
      if (next !== null) goTo(next);
    } else if (end !== undefined) goTo(end);
    else if (key === '+' || key === '=') viewport.zoomBy(zoomStep, undefined, true);
    else if (key === '-') viewport.zoomBy(1 / zoomStep, undefined, true);
    else if (key === '0') viewport.fit();
    else return false;
    return true;
  };

  return (
    <div class={styles.frame}>
      {/* The keys act on the steps within, which can be reached one by one. */}
      <div class={styles.stage} ref={stage} role="group" aria-label={words.hint} onKeyDown={press}>
        <div
          class={styles.layer}
          dir="ltr"
          data-smooth={viewport.smooth()}
          data-far={viewport.view().scale < readable}
          ref={(layer) => {
            createEffect(() => {
              const { x, y, scale } = viewport.view();
              layer.style.setProperty('transform', `translate(${x}px, ${y}px) scale(${scale})`);
            });
          }}
        >
          <For each={props.map.boxes.filter((box) => overlaps(area(), box))}>
            {(box) => <Frame box={box} />}
          </For>
          <MapLines edges={edgeAreas()} area={area()} />
          <For each={labels().filter((edge) => overlaps(area(), edge))}>
            {({ item: edge }) => (
              <Show when={edge.label}>
                {(at) => (
                  <Label at={at()}>
                    {edge.kind === 'standIn' ? words.standIn : words.onlyIf(edge.outcomes)}
                  </Label>
                )}
              </Show>
            )}
          </For>
          <ul dir={messages.dir}>
            <For each={nodes()}>
              {(node) => (
                <Show when={props.cardOf(node)}>
                  {(card) => (
                    <MapNodeBox
                      node={node}
                      card={card()}
                      current={node.key === props.current}
                      tabStop={node.step === tabStop()}
                      onOpen={() => props.onOpen(node)}
                      onFocus={() => setFocused(node.step)}
                    />
                  )}
                </Show>
              )}
            </For>
          </ul>
        </div>
      </div>
      <MapLegend edges={props.map.edges} />
      <div class={styles.tools}>
        <IconButton
          kind="soft"
          size={40}
          label={words.asList}
          data-mode="list"
          onClick={() => props.onList()}
        >
          <IconList />
        </IconButton>
        <IconButton
          kind="plain"
          size={40}
          label={words.zoomOut}
          onClick={() => viewport.zoomBy(1 / zoomStep, undefined, true)}
        >
          <IconMinus />
        </IconButton>
        <IconButton
          kind="plain"
          size={40}
          label={words.zoomIn}
          onClick={() => viewport.zoomBy(zoomStep, undefined, true)}
        >
          <IconPlus />
        </IconButton>
        <IconButton kind="plain" size={40} label={words.fit} onClick={viewport.fit}>
          <IconMaximize />
        </IconButton>
      </div>
    </div>
  );
}

function Frame(props: { readonly box: MapBox }) {
  const words = useMapWords();
  return (
    <div
      class={styles.box}
      data-kind={props.box.kind}
      style={{
        transform: `translate(${props.box.x}px, ${props.box.y}px)`,
        'inline-size': `${props.box.width}px`,
        'block-size': `${props.box.height}px`,
      }}
    >
      <p class={styles.head} dir="auto">
        {props.box.name}
        <Show when={props.box.rule}>{(rule) => <span class={styles.rule}>{words.rule(rule())}</span>}</Show>
      </p>
    </div>
  );
}

function Label(props: {
  readonly at: { readonly x: number; readonly y: number };
  readonly children: JSX.Element;
}) {
  return (
    <span
      class={styles.label}
      aria-hidden="true"
      style={{ transform: `translate(${props.at.x}px, ${props.at.y}px) translate(-50%, -50%)` }}
    >
      {props.children}
    </span>
  );
}

function place<Item>(item: Item, { x, y, width, height }: Area): Placed<Item> {
  return { item, x, y, width, height };
}

function areaOf(points: readonly { readonly x: number; readonly y: number }[]): Area {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x: x - 8, y: y - 8, width: Math.max(...xs) - x + 16, height: Math.max(...ys) - y + 16 };
}
