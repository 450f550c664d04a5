import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { math } from '../lib/index.ts';
import { settle, watch } from './site/site.ts';

const GALLERY = '/gallery/authoring/';
const h_2 = math.tanh(0.5 * math.tanh(1));

const group = (page: Page, name: RegExp): Locator => page.getByRole('group', { name });
/** The block around a question: its field, what it is told, hints and solution. */
const exercise = (page: Page, name: RegExp): Locator => page.locator('exercise-box', { has: group(page, name) });
const prediction = (page: Page, name: RegExp): Locator => page.locator('predict-box', { has: group(page, name) });

async function answer(block: Locator, text: string): Promise<void> {
  await block.getByRole('textbox', { name: 'Your answer' }).fill(text);
  await block.getByRole('button', { name: 'Check' }).click();
}

test.beforeEach(({ page }) => page.goto(GALLERY));

test.describe('an exercise with a number', () => {
  const QUESTION = /reads 1 and then 0/;

  test('tells right from near, and a known slip by its reason', async ({ page }) => {
    const block = exercise(page, QUESTION);
    const told = block.getByRole('status').first();
    await answer(block, h_2.toFixed(4));
    await expect(told).toHaveText(/^\s*Right\. 0\.3634/);
    await answer(block, '0,36');
    await expect(told).toHaveText(/^\s*Close\. 0,36\s*This is the answer, rounded/);
    await answer(block, '0.381');
    await expect(told).toHaveText(/^\s*Not yet\. 0\.381\s*The last step is missing/);
    await answer(block, `-${h_2}`);
    await expect(told).toHaveText(/the sign is not/);
    await answer(block, '7');
    await expect(told).toHaveText(/^\s*Not yet\. 7\s*$/);
  });

  test('says at the field what cannot be read, and keeps what was told before', async ({ page }) => {
    const block = exercise(page, QUESTION);
    await answer(block, '0.36');
    await answer(block, 'tanh of 1');
    const field = block.getByRole('textbox');
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(/“tanh of 1” cannot be read as a number/);
    await expect(block.getByRole('status').first()).toHaveText(/0\.36\s*This is the answer, rounded/);
    await answer(block, '0.363');
    await expect(field).toHaveAttribute('aria-invalid', 'false');
    await expect(field).toHaveAccessibleDescription('');
  });

  test('asks for an answer when there is none', async ({ page }) => {
    const block = exercise(page, QUESTION);
    await answer(block, '');
    await expect(block.getByRole('textbox')).toHaveAccessibleDescription('Write an answer first.');
  });

  test('gives hints one at a time', async ({ page }) => {
    const block = exercise(page, QUESTION);
    await expect(block.getByText('Hint 2 of 2')).toBeHidden();
    await block.getByText('Hint 1 of 2').click();
    await expect(block.getByText('First compute')).toBeVisible();
    await block.getByText('Hint 2 of 2').click();
    await expect(block.getByText(/^Then/)).toBeVisible();
  });

  test('reads a count with its unit and with grouped thousands', async ({ page }) => {
    const block = exercise(page, /How many parameters/);
    for (const text of ['4224', '4,224', '4 224 parameters']) {
      await answer(block, text);
      await expect(block.getByRole('status').first()).toHaveText(/^\s*Right\./);
    }
    await answer(block, '4220');
    await expect(block.getByRole('status').first()).toHaveText(/^\s*Not yet\./);
  });
});

test('an exercise with a shape minds the order of rows and columns', async ({ page }) => {
  const block = exercise(page, /What is the shape/);
  const told = block.getByRole('status').first();
  await answer(block, '3x5');
  await expect(told).toHaveText(/Right/);
  await answer(block, '5 × 3');
  await expect(told).toHaveText(/Not yet.*rows come first/);
  await answer(block, '(3, 3)');
  await expect(told).toHaveText(/from hidden to hidden/);
  await answer(block, 'square');
  await expect(block.getByRole('textbox')).toHaveAccessibleDescription(/cannot be read as a shape/);
});

test.describe('an exercise with choices', () => {
  test('gives the reason of the one that was chosen', async ({ page }) => {
    const block = exercise(page, /squashes to between/);
    const told = block.getByRole('status').first();
    await block.getByRole('button', { name: 'Check' }).click();
    await expect(block.getByText('Choose an answer first.')).toBeVisible();
    await block.getByRole('radio', { name: 'sigmoid' }).check();
    await block.getByRole('button', { name: 'Check' }).click();
    await expect(told).toHaveText(/Not yet.*between 0 and 1/);
    await block.getByRole('radio', { name: 'tanh' }).check();
    await expect(told).toBeEmpty();
    await block.getByRole('button', { name: 'Check' }).click();
    await expect(told).toHaveText(/Right.*limits are −1 and 1/);
  });

  test('wants all that hold', async ({ page }) => {
    const block = exercise(page, /Which of these change/);
    const told = block.getByRole('status').first();
    const check = block.getByRole('button', { name: 'Check' });
    await block.getByRole('checkbox', { name: /The state/ }).check();
    await check.click();
    await expect(told).toHaveText(/Close.*one more does/);
    await block.getByRole('checkbox', { name: /The number of units/ }).check();
    await check.click();
    await expect(told).toHaveText(/Not yet.*fixed when the network is made/);
    await block.getByRole('checkbox', { name: /The number of units/ }).uncheck();
    await block.getByRole('checkbox', { name: /The input/ }).check();
    await check.click();
    await expect(told).toHaveText(/Right/);
  });
});

test('an order is made, checked and announced with the keyboard alone', async ({ page }) => {
  const block = exercise(page, /What does a step do/);
  const items = block.getByRole('listitem').filter({ has: page.getByRole('button') });
  const wanted = [/^Multiply/, /^Add both/, /^Apply/, /^Hand/];
  const check = block.getByRole('button', { name: 'Check' });
  await check.focus();
  await page.keyboard.press('Enter');
  await expect(block.getByRole('status').first()).toHaveText(/Not yet.*Something else comes first/);
  for (const [place, text] of wanted.entries()) {
    const up = items.filter({ hasText: text }).getByRole('button', { name: 'Move up' });
    for (let steps = 0; steps < wanted.length; steps++) {
      if (text.test((await items.nth(place).innerText()).trim())) break;
      await up.focus();
      await page.keyboard.press('Enter');
      await expect(up).toBeFocused();
    }
  }
  await expect(block.getByRole('status').last()).toHaveText(/: now \d of 4$/);
  await check.focus();
  await page.keyboard.press('Enter');
  await expect(block.getByRole('status').first()).toHaveText(/Right/);
});

test.describe('answers', () => {
  test('are still there after a reload, and gone when they are to be forgotten', async ({ page }) => {
    const number = exercise(page, /reads 1 and then 0/);
    const choice = exercise(page, /squashes to between/);
    await expect(number.getByRole('button', { name: 'Forget my answers' })).toBeHidden();
    await answer(number, '0.36');
    await choice.getByRole('radio', { name: 'relu' }).check();
    await choice.getByRole('button', { name: 'Check' }).click();
    await page.reload();
    await expect(number.getByRole('textbox')).toHaveValue('0.36');
    await expect(number.getByRole('status').first()).toHaveText(/Close/);
    await expect(choice.getByRole('radio', { name: 'relu' })).toBeChecked();
    await number.getByRole('button', { name: 'Forget my answers' }).click();
    await expect(number.getByRole('status').last()).toHaveText(/forgotten/);
    for (const stage of ['at once', 'after a reload']) {
      await expect(number.getByRole('textbox'), stage).toHaveValue('');
      await expect(number.getByRole('status').first(), stage).toBeEmpty();
      await expect(choice.getByRole('radio', { name: 'relu' }), stage).not.toBeChecked();
      await page.reload();
    }
  });

  test('can be given only once the scripts are there, so that none is lost', async ({ page }) => {
    const block = exercise(page, /reads 1 and then 0/);
    await answer(block, '0.36');
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    await page.route(/_astro\/(Exercise|Predict)/, async (route) => {
      await held;
      await route.continue();
    });
    await page.reload({ waitUntil: 'commit' });
    await expect(page.getByText('References', { exact: true }).last()).toBeVisible();
    const controls = page.locator(':is(exercise-box, predict-box) :is(input, button[type=submit])');
    for (const control of await controls.all()) await expect(control).toBeDisabled();
    release();
    for (const control of await controls.all()) await expect(control).toBeEnabled();
    await expect(block.getByRole('textbox')).toHaveValue('0.36');
    await answer(block, '0.363');
    await expect(block.getByRole('status').first()).toHaveText(/Right/);
  });

  test('can be checked where the browser keeps nothing', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.reload();
    const block = exercise(page, /reads 1 and then 0/);
    await answer(block, '0.363');
    await expect(block.getByRole('status').first()).toHaveText(/Right/);
    await block.getByRole('button', { name: 'Forget my answers' }).click();
    await expect(block.getByRole('textbox')).toHaveValue('');
  });

  for (const rubbish of ['{"/gallery/authoring/#two-steps": 5}', '[', '7', 'null'])
    test(`survive ${rubbish} under their key`, async ({ page }) => {
      await page.evaluate((text) => localStorage.setItem('unrolled:answers', text), rubbish);
      await page.reload();
      const block = exercise(page, /reads 1 and then 0/);
      await answer(block, '0.363');
      await page.reload();
      await expect(block.getByRole('status').first()).toHaveText(/Right/);
    });
});

test.describe('a prediction', () => {
  test('is asked first, and stands beside the truth after', async ({ page }) => {
    const block = prediction(page, /The input is 1, then 0/);
    await expect(block.getByText('0.363')).toBeHidden();
    await block.getByRole('textbox', { name: 'Your guess' }).fill('1/2');
    await block.getByRole('button', { name: 'Reveal' }).click();
    await expect(block.getByText('You guessed: 1/2. Not quite')).toBeVisible();
    await expect(block.getByText('Answer 0.363')).toBeVisible();
    await expect(block.getByRole('textbox')).toHaveValue('1/2');
  });

  test('of a choice needs a choice', async ({ page }) => {
    const block = prediction(page, /change places/);
    await block.getByRole('button', { name: 'Reveal' }).click();
    await expect(block.getByText('Choose an answer first.')).toBeVisible();
    await block.getByRole('radio', { name: 'Yes' }).check();
    await block.getByRole('button', { name: 'Reveal' }).click();
    await expect(block.getByText('You guessed: Yes. Your guess holds.')).toBeVisible();
  });

  test('can be skipped', async ({ page }) => {
    const block = prediction(page, /The input is 1, then 0/);
    await block.getByText('Show the answer').click();
    await expect(block.getByText('Answer 0.363')).toBeVisible();
  });
});

test.describe('a term', () => {
  const tip = (page: Page) => page.getByRole('tooltip').filter({ visible: true });

  test('shows its definition on focus, until Escape', async ({ page }) => {
    const term = page.getByRole('link', { name: 'hidden state' });
    await expect(term).toHaveAccessibleDescription(/hands from one time step to the next.*隐藏状态/);
    await expect(tip(page)).toHaveCount(0);
    await term.focus();
    await expect(tip(page)).toContainText('hands from one time step to the next');
    await page.keyboard.press('Escape');
    await expect(tip(page)).toHaveCount(0);
    await expect(term).toBeFocused();
  });

  test('shows its definition on hover, and the pointer can move onto it', async ({ page }) => {
    await page.getByRole('link', { name: 'hidden state' }).hover();
    await expect(tip(page)).toBeVisible();
    await tip(page).hover();
    await page.waitForTimeout(300);
    await expect(tip(page)).toBeVisible();
    await page.getByRole('heading', { name: 'Equations' }).hover();
    await expect(tip(page)).toHaveCount(0);
  });

  test('leads to the glossary', async ({ page }) => {
    await page.getByRole('link', { name: 'hidden state' }).click();
    await expect(page).toHaveURL('/glossary/#hidden-state');
    await expect(page.locator('#hidden-state')).toContainText('隐藏状态');
  });

  test.describe('under a finger', () => {
    test.use({ hasTouch: true, viewport: { width: 360, height: 780 } });
    test('shows its definition at the first tap and follows the link at the second', async ({ page }) => {
      const term = page.getByRole('link', { name: 'time step' }).first();
      await term.tap();
      await expect(tip(page)).toBeVisible();
      const box = (await tip(page).boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(360);
      await page.getByRole('heading', { level: 1 }).tap();
      await expect(tip(page)).toHaveCount(0);
      await term.tap();
      await term.tap();
      await expect(page).toHaveURL('/glossary/#time-step');
    });
  });
});

test('a citation leads to the reference, and the reference back to each of its citations', async ({ page }) => {
  await page.getByRole('main').getByRole('link', { name: 'Elman (1990)' }).last().click();
  await expect(page).toHaveURL(/#ref-elman1990$/);
  const entry = page.locator('#ref-elman1990');
  await expect(entry).toContainText(
    'Elman, J. L. (1990). Finding structure in time. Cognitive Science 14(2), 179–211.',
  );
  await expect(entry.getByRole('link', { name: 'doi:' })).toHaveAttribute(
    'href',
    'https://doi.org/10.1207/s15516709cog1402_1',
  );
  await expect(entry.getByRole('link', { name: /^Cited here/ })).toHaveCount(2);
  await entry.getByRole('link', { name: 'Cited here, place 2' }).click();
  await expect(page).toHaveURL(/#cite-elman1990-2$/);
});

test('figures and equations are numbered in the order of the page and can be linked to', async ({ page }) => {
  await expect(page.getByRole('figure', { name: 'One unit, two steps' })).toContainText('Figure 1');
  await expect(page.getByRole('figure', { name: 'A figure with nothing but a picture' })).toContainText('Figure 2');
  await page.getByRole('link', { name: 'Figure 2', exact: true }).click();
  await expect(page).toHaveURL(/#second$/);
  await expect(page.getByRole('link', { name: 'Link to equation 2' })).toHaveText('(2)');
});

test('code shows what it prints, marks its symbols and can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const code = page.getByRole('figure', { name: 'Code: Two steps' });
  await expect(code).toContainText(`h_2 = ${h_2.toFixed(4)}`);
  await expect(page.getByRole('figure', { name: 'Code: rnnWith' }).locator('[data-sym=W_hh]').first()).toHaveText(
    'W_hh',
  );
  await code.getByRole('button', { name: 'Copy' }).click();
  await expect(code.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("from 'unrolled';\n\n// One input");
});

test('a claim shows sentence, source and verdict, and the experiment on demand', async ({ page }) => {
  const claim = page.getByRole('region', { name: 'Claim E37' });
  await expect(claim).toContainText('Article 2, line 47');
  await expect(claim.locator('[lang=zh-Hans]')).toHaveText('每个循环神经元的输入和输出都是相同维度的向量');
  await expect(claim.getByText('False.')).toBeVisible();
  await expect(claim.getByRole('table')).toBeHidden();
  await claim.getByText('The experiment').click();
  await expect(claim.getByRole('table')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('region', { name: 'Claim E50' }).getByText('Imprecise.')).toBeVisible();
});

test('what is too wide for a phone scrolls within itself and can be reached with the keyboard', async ({ page }) => {
  const wide = page.getByRole('group', { name: 'The gradient of a shared weight' });
  await expect(wide).toHaveCount(0);
  await page.setViewportSize({ width: 360, height: 780 });
  await wide.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => wide.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
});

test('every control is large enough for a finger', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await answer(exercise(page, /reads 1 and then 0/), '0.36');
  const controls = page
    .locator('main :is(button, summary, input[type=text], label:has(input))')
    .filter({ visible: true });
  const small = await controls.evaluateAll((all) =>
    all
      .filter((element) => !element.closest('starlight-toc, mobile-starlight-toc'))
      .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()] as const)
      .filter(([, { width, height }]) => width < 24 || height < 24)
      .map(([html]) => html),
  );
  expect(small).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });
    test('nothing is inaccessible when all is open, answered and complained about', async ({ page }) => {
      test.slow();
      const wrongs = await watch(page);
      await page.reload();
      await page.locator('main details').evaluateAll((all) => {
        for (const details of all as HTMLDetailsElement[]) details.open = true;
      });
      await answer(exercise(page, /reads 1 and then 0/), '0.36');
      await answer(exercise(page, /How many parameters/), '4224');
      await answer(exercise(page, /What is the shape/), 'what?');
      await page.getByRole('link', { name: 'hidden state' }).focus();
      await settle(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)).toEqual([]);
      expect(wrongs).toEqual([]);
    });
  });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('questions, hints, solutions, predictions and experiments can be read', async ({ page }) => {
    const block = page.locator('exercise-box').first();
    await expect(block.getByRole('button')).toHaveCount(0);
    await block.getByText('Hint 1 of 2').click();
    await expect(block.getByText('First compute')).toBeVisible();
    await block.getByText('Solution').click();
    await expect(block.getByText('If you got 0.381')).toBeVisible();
    await page.locator('predict-box').first().getByText('Show the answer').click();
    await expect(page.getByText('Answer 0.363').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Copy' })).toHaveCount(0);
    await page.getByRole('link', { name: 'hidden state' }).click();
    await expect(page).toHaveURL('/glossary/#hidden-state');
  });
});

test('on paper every answer is there, and nothing that only works on a screen', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  const block = page.locator('exercise-box').first();
  await expect(block.getByText('First compute')).toBeVisible();
  await expect(block.getByText(/^Then/)).toBeVisible();
  await expect(block.getByText('If you got 0.381')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Claim E37' }).getByRole('table')).toBeVisible();
  await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
});
