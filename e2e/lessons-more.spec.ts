import { expect, type Page } from '@playwright/test';
import { test } from './fixtures/lab';

interface Visited {
  readonly id: string;
  readonly title: string;
  /** A set-up, the station that it leads to, and what can be chosen before it is run; null: it only opens the station. */
  readonly setUp: string;
  readonly station: string;
  readonly said: string | null;
  /** Of the first question: an answer that is wrong, and the one that is right. */
  readonly wrong: string;
  readonly right: string;
}

const chapters: readonly Visited[] = [
  {
    id: 'how-many',
    title: 'How many pictures',
    setUp: 'Five pictures, with dropout',
    station: 'curves',
    said: 'It becomes a little narrower',
    wrong: 'Ten frames of one video',
    right: 'Ten that differ in everything but the class',
  },
  {
    id: 'which-layers',
    title: 'Which layers',
    setUp: 'Look through the blocks',
    station: 'base',
    said: null,
    wrong: 'They know the names of most things',
    right: 'Edges, colours and simple patterns are in all pictures',
  },
  {
    id: 'practical',
    title: 'When is it practical, and when not',
    setUp: 'Far: counting dots',
    station: 'curves',
    said: 'Seven times in ten, or more often',
    wrong: 'Yes: pictures are pictures',
    right: 'That has to be measured, against learning without the base',
  },
  {
    id: 'fine-tuning',
    title: 'Just a little more: fine-tuning',
    setUp: 'The same with large steps',
    station: 'why',
    said: 'It will be below the control',
    wrong: 'Fine-tuning',
    right: 'That shows only beside a head that went on with the base frozen',
  },
  {
    id: 'fool-it',
    title: 'Try to fool it',
    setUp: 'Heads to be fooled',
    station: 'try',
    said: 'One in ten to one in four',
    wrong: 'Half and half: it cannot know',
    right: 'Two probabilities that add up to one hundred per cent, one of them perhaps very high',
  },
  {
    id: 'misconceptions',
    title: 'Six misconceptions',
    setUp: 'The locked test set',
    station: 'mistakes',
    said: null,
    wrong: 'Its validation accuracy',
    right: 'Its accuracy on a test set that was opened once, after the choice',
  },
];

test('the later lessons open, ask before a run, lead to their stations and say why an answer is wrong', async ({
  page,
}) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./#v=1&engine=wasm&page=lessons');
  const aside = page.getByRole('complementary');
  for (const { id, title, setUp, station, said, wrong, right } of chapters)
    await test.step(title, async () => {
      await page.evaluate((hash) => (location.hash = hash), `page=lesson-${id}`);
      await expect(aside.getByRole('heading', { level: 2, name: title })).toBeVisible();
      // Figures that were not measured are written out as no number.
      await expect(aside.locator('.lesson-claim').filter({ hasText: /not a number|not measured/ })).toHaveCount(0);
      const card = aside.getByRole('region', { name: setUp, exact: true });
      if (said === null) {
        await card.getByRole('button', { name: 'Open it' }).click();
        await expect(page.getByText('324 drawings').or(page.locator('#pictures')).first()).toBeVisible();
      } else {
        await card.getByRole('button', { name: 'Run it', exact: true }).click();
        await expect(card.getByRole('button', { name: 'Run it without a prediction' })).toBeVisible();
        await card.getByRole('radio', { name: said, exact: true }).check();
        await expect(card.getByRole('button', { name: 'Run it without a prediction' })).toBeHidden();
        await card.getByRole('button', { name: 'Show me where' }).click();
      }
      await expect(page.locator(`#${station}`)).toBeInViewport({ timeout: 90_000 });
      const question = aside.locator('.lesson-card').filter({ has: page.getByRole('radio', { name: right }) });
      await answer(question, wrong);
      await expect(question.getByText('Not quite.')).toBeVisible();
      await answer(question, right);
      await expect(question.getByText('Right.')).toBeVisible();
      await expect(question.getByText('Not quite.')).toBeHidden();
    });
  await aside.getByRole('button', { name: 'All lessons' }).click();
  await expect(aside.getByRole('link', { name: /^Six misconceptions/ })).toHaveAccessibleName(/1 of 8 done$/);
});

async function answer(question: ReturnType<Page['locator']>, text: string): Promise<void> {
  await question.getByRole('radio', { name: text, exact: true }).check();
  await question.getByRole('button', { name: 'Check my answer' }).click();
}
