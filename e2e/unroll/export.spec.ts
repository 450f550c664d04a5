import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { engine, numberOf, open, parts } from './figure.ts';

async function save(page: Page, figure: Locator, label: string): Promise<{ name: string; content: Buffer }> {
  const menu = figure.getByText('Export', { exact: true });
  if (!(await figure.getByRole('button', { name: label }).isVisible())) await menu.click();
  const download = page.waitForEvent('download');
  await figure.getByRole('button', { name: label }).click();
  const file = await download;
  await expect(figure.getByText(`${label} saved.`)).toBeVisible();
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

test('the numbers come as CSV, every one that the engine computed', async ({ page }) => {
  const figure = await open(page, 'three', '1~b.1~p.40');
  const { name, content } = await save(page, figure, 'Numbers (CSV)');
  expect(name).toBe('unroll.csv');
  const [head, ...rows] = content
    .toString()
    .split('\r\n')
    .map((row) => row.split(','));
  expect(head).toEqual(['step', 'name', 'symbol', 't', 'index', 'kind', 'value']);
  const { values, program } = engine({});
  const own = new Set(rows.map(([, each]) => each));
  for (const [, each, , , index, , value] of rows)
    expect(Number(value) + 0, `${each}[${index}]`).toBe(numberOf(values, each!, index!.replaceAll(' ', ',')) + 0);
  for (const { name: each } of [...program.equations, ...program.inputs].filter(
    ({ name: n }) => n !== 'x' && n !== 'target',
  ))
    expect(own, each).toContain(each);
  const count = [...own].reduce((sum, each) => sum + values.get(each!)!.data.length, 0);
  expect(rows).toHaveLength(count);
});

test('the picture comes as SVG with its numbers, colours and letters in it', async ({ page }) => {
  const figure = await open(page, 'three', '1~p.28');
  const { name, content } = await save(page, figure, 'Picture (SVG)');
  expect(name).toBe('unroll.svg');
  const svg = content.toString();
  expect(svg).toMatch(/^<svg[^>]* width="[\d.]+" height="[\d.]+"/);
  expect(svg).not.toMatch(/var\(--[a-z-]+\)[^"]*"[^>]*fill="var/);
  const drawn = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' }));
    await image.decode();
    return [image.width, image.height];
  }, svg);
  const box = (await parts(figure).diagram.boundingBox())!;
  expect(drawn).toEqual([Math.round(box.width), Math.round(box.height)]);
  for (const text of await parts(figure).diagram.locator('.cell text').allTextContents()) expect(svg).toContain(text);
});

test('the picture comes as PNG, twice the size, not blank', async ({ page }) => {
  const figure = await open(page, 'three', '1~p.28');
  const { name, content } = await save(page, figure, 'Picture (PNG)');
  expect(name).toBe('unroll.png');
  const { width, colours } = await page.evaluate(
    async (bytes) => {
      const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      return { width: image.width, colours: new Set(new Uint32Array(data.buffer)).size };
    },
    [...content],
  );
  const box = (await parts(figure).diagram.boundingBox())!;
  expect(Math.abs(width - 2 * box.width)).toBeLessThan(3);
  expect(colours).toBeGreaterThan(20);
});

test('the folded picture can be taken home too', async ({ page }) => {
  const figure = await open(page, 'three', '1~p.28');
  await figure.getByRole('checkbox', { name: 'Folded' }).check();
  await expect(figure.getByRole('group', { name: 'Folded network at time step 3 of 3' })).toBeVisible();
  const { content } = await save(page, figure, 'Picture (SVG)');
  expect(content.toString()).toContain('−1');
});
