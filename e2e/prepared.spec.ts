import { expect, type Locator, type Page } from '@playwright/test';
import { partIds } from '../src/core/preparedParts';
import { axeFindsNothing } from './fixtures/axe';
import { addPictures, featuresReady, linkTo, quick, test, trained } from './fixtures/lab';
import { stripedFiles } from './fixtures/pictures';
import { saveProject } from './fixtures/projectFile';
import { scanned } from './fixtures/scanned';
import { sample, serveSmallSample, smallSampleSize } from './fixtures/smallSample';

const way = 'Show the whole lab';

/** Trains in a second or two. */
const preparedLink = (hide: string) => linkTo({ ...quick, engine: 'wasm', sample, hide, run: 1 });

/** Chooses a radio button as somebody does who has no mouse. */
async function chooseByKeyboard(group: Locator, name: string): Promise<void> {
  await group.getByRole('radio', { checked: true }).focus();
  for (let press = 0; press < 3; press++) {
    if (await group.getByRole('radio', { name, exact: true }).isChecked()) return;
    await group.page().keyboard.press('ArrowRight');
  }
  await expect(group.getByRole('radio', { name, exact: true })).toBeChecked();
}

const forLearners = (page: Page, control: string) => page.getByRole('group', { name: `For learners: ${control}` });

test('an instructor makes a link by keyboard, and the page that it opens is just that, after a reload as well', async ({
  page,
  browser,
}) => {
  await page.goto('./#page=prepare');
  await expect(page.getByRole('heading', { name: 'Prepare a link' })).toBeFocused();
  await axeFindsNothing(page, 'main');
  const maker = page.locator('.lab-paper');
  await chooseByKeyboard(maker.getByRole('group', { name: 'The page opens with' }), 'A built-in set');
  await maker.getByLabel('What is open at first').selectOption('lesson-dropout');
  const dropout = maker.getByLabel('Dropout rate', { exact: true });
  await dropout.focus();
  await page.keyboard.press('ArrowUp');
  await expect(dropout).toHaveValue('0.55');
  await maker.getByLabel('Epochs', { exact: true }).fill('9999');
  await expect(maker.getByText(/Epochs: type a whole number from 1 to 500/)).toBeVisible();
  await maker.getByLabel('Epochs', { exact: true }).fill('5');
  await maker.getByLabel('Seeds', { exact: true }).fill('2');
  await maker.getByLabel('Engine for the base').selectOption('wasm');
  await chooseByKeyboard(forLearners(page, 'Dropout rate'), 'Locked');
  await chooseByKeyboard(forLearners(page, 'Wrong labels'), 'Hidden');
  await chooseByKeyboard(forLearners(page, '6 Why transfer'), 'Hidden');
  await maker.getByRole('button', { name: 'Lock all: Frozen base' }).press('Enter');
  await maker.getByRole('button', { name: 'Hide all: Menus' }).press('Enter');
  const sees = maker.getByRole('list', { name: 'What learners will see' });
  await expect(sees).toContainText('Shown and not to be changed: Dropout rate, Engine for the base');
  await expect(sees).toContainText('Stations left out: 6 Why transfer.');
  await expect(sees).toContainText('Set and not shown: Wrong labels, Unfrozen blocks');
  const link = await page.locator('.lab-paper').getByLabel('Link', { exact: true }).inputValue();
  expect(await page.getByRole('link', { name: 'Try it in a new tab' }).getAttribute('href')).toBe(link);
  const code = page.getByRole('img', { name: /^QR code of the link/ });
  await expect.poll(async () => scanned(await code.screenshot())).toEqual([link]);
  expect(Object.fromEntries(new URLSearchParams(new URL(link).hash.slice(1)))).toMatchObject({
    sample,
    page: 'lesson-dropout',
    dropout: '0.55',
    epochs: '5',
    seeds: '2',
    noise: '0.2',
    hide: 'noise,station-why,projects,files,lessons,teaching',
    lock: 'dropout,engine,base,cut,join,pooling',
  });

  const learner = await (await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block' })).newPage();
  await serveSmallSample(learner);
  await learner.goto(link);
  const isJustThat = async () => {
    await featuresReady(learner, smallSampleSize);
    await expect(learner.getByText('Your instructor prepared this page')).toBeVisible();
    const rate = learner.getByLabel('Dropout rate', { exact: true });
    await expect(rate).toHaveValue('0.55');
    await expect(rate).toBeDisabled();
    await expect(rate).toHaveAccessibleDescription(/^Set by your instructor/);
    await expect(learner.getByLabel('Epochs', { exact: true })).toHaveValue('5');
    await expect(learner.getByLabel('Wrong labels', { exact: true })).toHaveCount(0);
    await expect(learner.locator('#why')).toHaveCount(0);
    await expect(learner.getByRole('navigation', { name: 'Path' }).getByRole('listitem')).toHaveCount(8);
    await expect(learner.getByRole('button', { name: 'Choose another base' })).toBeDisabled();
    await expect(learner.getByRole('button', { name: /Learn|Teach/ })).toHaveCount(0);
    await expect(learner.getByRole('button', { name: /^Project:/ })).toHaveCount(0);
    // The chapter is open.
    await expect(learner.getByRole('complementary')).toBeVisible();
    // A set-up that would change the rate says so instead.
    await expect(learner.getByRole('button', { name: 'Too much dropout' })).toBeDisabled();
    await expect(learner.getByText('“Too much dropout” would change what your instructor has set.')).toBeVisible();
  };
  await isJustThat();
  await learner.getByLabel('Epochs', { exact: true }).fill('4');
  await learner.getByRole('button', { name: 'Reset to defaults' }).click();
  await expect(learner.getByLabel('Epochs', { exact: true })).toHaveValue('60');
  await learner.getByLabel('Epochs', { exact: true }).fill('5');
  await learner.reload();
  await isJustThat();
  await axeFindsNothing(learner, '.lab-notices', '#head', '#base');

  await learner.getByRole('button', { name: way }).click();
  await expect(learner.locator('#why')).toBeVisible();
  const rate = learner.getByLabel('Dropout rate', { exact: true });
  await expect(rate).toBeEnabled();
  await expect(rate).toHaveValue('0.55');
  await expect(learner.getByRole('button', { name: way })).toHaveCount(0);
  expect(learner.url()).not.toMatch(/hide=|lock=/);
  await learner.goBack();
  await expect(learner.locator('#why')).toHaveCount(0);
  await expect(rate).toBeDisabled();
  await learner.context().close();
});

test('with any part left out, and with all that can be, the page opens and trains', async ({ page }) => {
  test.setTimeout(600_000);
  await serveSmallSample(page);
  await page.goto(linkTo({ ...quick, engine: 'wasm', sample, page: 'prepare' }));
  await page.getByLabel('A built-in set').check();
  for (const all of await page.getByRole('button', { name: /^Hide all/ }).all()) await all.click();
  const link = await page.locator('.lab-paper').getByLabel('Link', { exact: true }).inputValue();
  await page.goto('about:blank');
  await page.goto(link);
  const train = page.getByRole('button', { name: 'Train', exact: true });
  await expect(train).toBeEnabled({ timeout: 90_000 });
  await expect(page.locator('main .lab-section')).toHaveCount(2);
  await axeFindsNothing(page, 'main', 'header');
  await train.click();
  await trained(page);
  for (const part of partIds) {
    // Another address in the same tab is followed without a reload; the next one is opened anew.
    await page.goto('about:blank');
    await page.goto(preparedLink(part));
    await trained(page);
    await expect(page.getByRole('button', { name: way })).toBeVisible();
    if (part.startsWith('station-')) {
      await expect(page.locator(`#${part.replace('station-', '')}`)).toHaveCount(0);
      await expect(page.getByRole('navigation', { name: 'Path' }).getByRole('listitem')).toHaveCount(8);
    }
  }
});

test('a project file beside the page is opened once, and a learner’s own work is kept', async ({ page, browser }) => {
  // The instructor's project.
  await page.goto(linkTo({ ...quick, engine: 'wasm', hidden: 8 }));
  await addPictures(page).setInputFiles([...stripedFiles('warm', 6), ...stripedFiles('cold', 6)]);
  await featuresReady(page, 12);
  const { zip } = await saveProject(page);
  // The maker says what is wrong with a path at its field.
  await page.goto('./#page=prepare');
  await page.getByLabel('My project file').check();
  const path = page.getByLabel('Path of the project file');
  await path.fill('https://elsewhere.example/a.zip');
  await expect(page.getByText(/is not a path below this page’s own address/)).toBeVisible();
  await expect(page.getByText('There is no link yet')).toBeVisible();
  await path.fill('projects/stripes.zip');
  await chooseByKeyboard(forLearners(page, 'Adding and changing pictures'), 'Locked');
  const link = await page.locator('.lab-paper').getByLabel('Link', { exact: true }).inputValue();
  expect(link).toContain('project=projects/stripes.zip');

  const context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block' });
  let served: Buffer | null = zip;
  let asked = 0;
  await context.route('**/projects/stripes.zip', (route) => {
    asked++;
    return served ? route.fulfill({ body: served, contentType: 'application/zip' }) : route.fulfill({ status: 404 });
  });
  const learner = await context.newPage();
  await learner.goto(new URL(linkTo({ ...quick, engine: 'wasm' }), link).href);
  await addPictures(learner).setInputFiles(stripedFiles('warm', 3));
  await expect(learner.getByText('3 of at most 2,000 pictures')).toBeVisible();
  const opened = async (one: Page) => {
    await expect(one.getByText('12 of at most 2,000 pictures')).toBeVisible();
    await expect(addPictures(one)).toBeDisabled();
    await expect(one.getByRole('button', { name: way })).toBeVisible();
  };
  const onlyOneOther = async (one: Page) => {
    await one.getByRole('button', { name: /^Project:/ }).click();
    const dialog = one.getByRole('dialog', { name: 'Projects' });
    // Only what the learner had before.
    await expect(dialog.getByRole('listitem')).toHaveCount(1);
    await dialog.getByRole('button', { name: 'Close' }).click();
  };
  const second = await context.newPage();
  await second.goto(link);
  await opened(second);
  await onlyOneOther(second);
  await second.reload();
  await opened(second);
  expect(asked).toBe(1);
  await second.close();
  const third = await context.newPage();
  await third.goto(link);
  await opened(third);
  expect(asked).toBe(2);
  await onlyOneOther(third);
  await third.close();
  // Without the server, what came of it is still here.
  served = null;
  const fourth = await context.newPage();
  await fourth.goto(link);
  await opened(fourth);
  await fourth.close();
  // What the learner had is as it was.
  await expect(learner.getByText('3 of at most 2,000 pictures')).toBeVisible();
  const missing = await context.newPage();
  await missing.goto(link.replace('stripes.zip', 'cats.zip'));
  await expect(missing.getByText(/project file/).first()).toBeVisible();
  await context.close();
});
