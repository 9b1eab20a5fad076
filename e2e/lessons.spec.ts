import { expect, type Locator, type Page } from '@playwright/test';
import { lessonIds } from '../src/core/page';
import type { FigureName } from '../src/lessons/found';
import { measured } from '../src/lessons/measured';
import { axeFindsNothing } from './fixtures/axe';
import { test } from './fixtures/lab';

interface Walked {
  readonly title: string;
  /** The set-up that is run, and what it is called. */
  readonly setUp: string;
  readonly name: string;
  /** What is predicted. */
  readonly said: string;
  /** The figures in the sentence that says what came out, in its order. */
  readonly figures: readonly FigureName[];
  /** Of each question: an answer that is wrong, or null, and the one that is right. */
  readonly answers: readonly (readonly [wrong: string | null, right: string])[];
}

const chapters: readonly Walked[] = [
  {
    title: 'What is transfer learning',
    setUp: 'transfer-first',
    name: 'Your first head',
    said: 'Seven to nine times in ten',
    figures: ['validation/without'],
    answers: [
      ['The weights of the base', 'The weights of the head'],
      [null, 'Numbers that come out where the base is cut'],
    ],
  },
  {
    title: 'Traditional or transfer',
    setUp: 'traditional-ways',
    name: 'Four ways, the same pictures',
    said: 'A network that learns from scratch',
    figures: ['way/pretrained', 'way/random', 'way/scratch', 'way/pixels', 'advantage/scratch'],
    answers: [
      [null, 'It has the size of the base without its knowledge'],
      ['Transfer always wins', 'With so few pictures and so little time, knowledge from task A helped'],
    ],
  },
  {
    title: 'When a network learns by heart',
    setUp: 'by-heart-wrong',
    name: 'Wrong labels',
    said: 'About seven in ten (six to eight): as many as are right',
    // Every seed ends with all of its training labels, so that this figure has no interval.
    figures: ['validation/without', 'rise/without'],
    answers: [
      [null, 'Little: only the validation pictures can say that'],
      ['It needs more epochs', 'The mistakes are not more, but surer'],
    ],
  },
  {
    title: 'Neurons that lean on each other',
    setUp: 'leaning-removed',
    name: 'Take half of the neurons away',
    said: 'The side that was trained with dropout',
    figures: ['half/without', 'half/with', 'half/change'],
    answers: [
      [null, 'How much a trained network depends on each neuron being there'],
      [
        'That dropout works because it makes spare copies',
        'That it was not so here: with dropout they came out a little more alike',
      ],
    ],
  },
  {
    title: 'Dropout, before and after',
    setUp: 'dropout-both',
    name: 'Without and with, side by side',
    said: 'It will be higher',
    figures: ['validation/without', 'validation/with', 'validation/change'],
    answers: [
      ['It is deleted, the network becomes smaller', 'It is left out of this step and takes part again later'],
      [null, 'So that the next layer gets as much on average as when all are there'],
    ],
  },
  {
    title: 'Reading the curves',
    setUp: 'curves-ahead',
    name: 'Validation above training',
    said: 'Training: it has seen these pictures',
    figures: ['seen/with', 'validation/with', 'training/with'],
    answers: [
      [null, 'Training was scored with dropout on, validation with dropout off'],
      ['That dropout has no effect', 'That these data cannot tell, with the interval'],
    ],
  },
];

test('a newcomer walks through six lessons with the keyboard alone', async ({ page }) => {
  // Six trainings and a network from scratch, on a machine that may have other work.
  test.setTimeout(600_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // The engine is named, because the claims are of this one; nothing else is asked for.
  await page.goto('./#v=1&engine=wasm');
  await tabTo(page, page.getByRole('button', { name: 'Learn and teach' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Lessons', exact: true })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Lessons', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  const aside = page.getByRole('complementary');
  await expect(aside.getByRole('heading', { level: 2, name: 'Lessons' })).toBeFocused();
  await tabTo(page, aside.getByRole('link', { name: /^What is transfer learning/ }));
  await page.keyboard.press('Enter');

  for (const [i, chapter] of chapters.entries()) {
    await test.step(chapter.title, async () => {
      await expect(aside.getByRole('heading', { level: 2, name: chapter.title })).toBeFocused();
      const card = aside.getByRole('region', { name: chapter.name, exact: true });
      if (i === 0) {
        // Run without an answer, it asks for one first.
        await tabTo(page, card.getByRole('button', { name: 'Run it', exact: true }));
        await page.keyboard.press('Enter');
        await expect(card.getByRole('button', { name: 'Run it without a prediction' })).toBeVisible();
        await aside.getByRole('heading', { level: 2 }).focus();
      }
      await choose(page, card, chapter.said);
      await tabTo(page, card.getByRole('button', { name: 'Run it', exact: true }));
      await page.keyboard.press('Enter');
      await expect(card.getByText('It came out')).toBeVisible({ timeout: 300_000 });
      const outcome = await card.innerText();
      expect(outcome).toContain(chapter.said);
      // The focus is where it was, and what came out is told to those who do not see it.
      await expect(card.getByRole('button', { name: 'Try it again' })).toBeFocused();
      await expect(aside.getByRole('status').filter({ hasText: /this run/ })).toBeAttached();
      for (const [k, interval] of intervalsIn(outcome).entries()) {
        const name = chapter.figures[k];
        if (name === undefined) throw new Error(`There are more figures than expected: ${outcome}`);
        const [, low = Number.NaN, high = Number.NaN] = measured[chapter.setUp]?.[name] ?? [];
        // Of a share a hundredth is shown, of a loss the nat.
        const times = /^(loss|rise)/.test(name) ? 1 : 100;
        expect(interval.low, `${name} in: ${outcome}`).toBeLessThanOrEqual(high * times + 0.06);
        expect(interval.high, `${name} in: ${outcome}`).toBeGreaterThanOrEqual(low * times - 0.06);
      }
      expect(intervalsIn(outcome)).toHaveLength(chapter.figures.length);
      for (const [wrong, right] of chapter.answers) {
        if (wrong !== null) {
          await answer(page, aside, wrong);
          await expect(aside.getByText('Not quite.')).toBeVisible();
        }
        await answer(page, aside, right);
        await expect(questionWith(aside, right).getByText('Right.')).toBeVisible();
        await expect(questionWith(aside, right).getByText('Not quite.')).toBeHidden();
      }
      await axeFindsNothing(page, '.lesson-aside');
      const next = chapters[i + 1];
      await tabTo(
        page,
        aside.getByRole('button', next ? { name: `Next lesson: ${next.title}` } : { name: /^Lesson before/ }),
      );
      if (next) await page.keyboard.press('Enter');
    });
  }

  await test.step('all of it is there after a reload, and can be cleared', async () => {
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await expect(aside.getByText('You said', { exact: true })).toBeVisible();
    await aside.getByRole('button', { name: 'All lessons' }).click();
    await expect(aside.getByRole('link', { name: /^What is transfer learning/ })).toHaveAccessibleName(/done$/);
    await aside.getByRole('button', { name: 'Clear my answers' }).click();
    await aside.getByRole('button', { name: 'Press again to clear them all' }).click();
    await expect(aside.getByRole('link', { name: /^What is transfer learning/ })).toHaveAccessibleName(/0 of/);
  });

  await test.step('closed, the focus is back', async () => {
    await aside.getByRole('button', { name: 'Close the lesson' }).click();
    await expect(aside).toBeHidden();
    await expect(page.getByRole('button', { name: 'Learn and teach' })).toBeFocused();
  });
});

for (const width of [1440, 390])
  test(`chapters have no fault that axe finds, ${width} pixels wide, and never hide the page for good`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: width > 1000 ? 900 : 844 });
    await page.goto('./#page=lessons');
    const aside = page.getByRole('complementary');
    await expect(aside.getByRole('heading', { level: 2 })).toHaveText('Lessons');
    await axeFindsNothing(page, '.lesson-aside');
    for (const id of lessonIds.slice(0, chapters.length)) {
      await page.evaluate((hash) => (location.hash = hash), `page=lesson-${id}`);
      await expect(aside.getByText('Two questions')).toBeVisible();
      await expect(page.locator('.lesson-chapter math').or(aside.getByText('Two questions')).first()).toBeVisible();
      await axeFindsNothing(page, '.lesson-aside');
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    const box = await aside.boundingBox();
    const main = await page.getByRole('main').boundingBox();
    if (!box || !main) throw new Error('The page is not drawn.');
    if (width > 1000) return expect(box.x).toBeGreaterThanOrEqual(main.x + main.width);
    expect(box.height).toBeLessThanOrEqual(844 / 2 + 1);
    await aside.getByRole('button', { name: 'Fold the lesson to a bar' }).click();
    expect((await aside.boundingBox())?.height).toBeLessThan(90);
    await aside.getByRole('button', { name: 'Unfold the lesson' }).click();
    expect((await aside.boundingBox())?.height).toBeCloseTo(box.height, 0);
  });

/** Moves the focus forward until it is there, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 120; presses++) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The focus did not come to ${String(target)}.`);
}

/** Chooses one of the answers to a question: Tab goes to the group, arrows go through it. */
async function choose(page: Page, place: Locator, text: string): Promise<void> {
  const wanted = place.getByRole('radio', { name: text, exact: true });
  const group = place.getByRole('group').filter({ has: page.getByRole('radio', { name: text, exact: true }) });
  const chosen = group.getByRole('radio', { checked: true });
  await tabTo(page, (await chosen.count()) > 0 ? chosen : group.getByRole('radio').first());
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 8 && !(await wanted.isChecked()); presses++) await page.keyboard.press('ArrowDown');
  await expect(wanted).toBeChecked();
}

const questionWith = (aside: Locator, text: string) =>
  aside.locator('.lesson-card').filter({ has: aside.page().getByRole('radio', { name: text, exact: true }) });

async function answer(page: Page, aside: Locator, text: string): Promise<void> {
  const card = questionWith(aside, text);
  // From wherever the focus is, once around is far: the lesson begins at its heading.
  await aside.getByRole('heading', { level: 2 }).focus();
  await choose(page, card, text);
  await tabTo(page, card.getByRole('button', { name: 'Check my answer' }));
  await page.keyboard.press('Enter');
}

/** "83.5 % (81.0 to 86.0)": the numbers in the brackets, one after the other. */
function intervalsIn(text: string): readonly { readonly low: number; readonly high: number }[] {
  return [...text.matchAll(/\(([+−]?[\d.]+) to ([+−]?[\d.]+)\)/g)].map(([, low = '', high = '']) => ({
    low: Number(low.replace('−', '-')),
    high: Number(high.replace('−', '-')),
  }));
}
