/** Arrow keys in a picture whose parts are buttons. A part says where it is: `data-place="x y"`. */

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Arrow keys go to the nearest number in that direction. */
export function walk(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const from = (event.target as Element).closest<SVGElement>('[data-place]');
  if (!step || !from) return;
  event.preventDefault();
  const [x, y] = placeOf(from);
  const along = step[0] === 0 ? 1 : 0;
  const ahead = [...(event.currentTarget as SVGElement).querySelectorAll<SVGElement>('[data-place]')]
    .map((element) => ({ element, place: placeOf(element) }))
    .filter(({ place }) => place[1 - along] === [x, y][1 - along])
    .map(({ element, place }) => ({ element, distance: (place[along]! - [x, y][along]!) * step[along]! }))
    .filter(({ distance }) => distance > 0)
    .sort((a, b) => a.distance - b.distance);
  ahead[0]?.element.focus();
}

const placeOf = (element: SVGElement): [number, number] =>
  element.dataset.place!.split(' ').map(Number) as [number, number];
