import { allGuides, expect, SITE, test } from './tablet';

test.use({ javaScriptEnabled: false });

test('without JavaScript a guide reads whole, from the cover to the last step', async ({ page }) => {
  for (const guide of await allGuides()) {
    await page.goto(`${SITE}${guide.locale === 'vi' ? '' : 'en/'}${guide.id}/`);
    await expect(page.locator('#cover h1')).toBeVisible();
    for (const step of guide.steps) await expect(page.locator(`#${step.id} h1`)).toBeVisible();
  }
});

test('without JavaScript the links walk one step at a time, to the end', async ({ page }) => {
  await page.goto(`${SITE}vneid/`);
  await page.locator('[data-action="start"]').click();
  await expect(page.locator('#bring h1')).toBeVisible();
  await expect(page.locator('#cover')).toBeHidden();
  await expect(page.locator('#registered')).toBeHidden();
  await page.locator('#bring [data-action="next"]').click();
  await expect(page.locator('#registered h1')).toBeVisible();
  await page.locator('#registered summary').click();
  await expect(page.locator('#registered .panel')).toBeVisible();
  await page.locator('#registered [data-action="back"]').click();
  await expect(page.locator('#bring h1')).toBeVisible();
  await page.goto(`${SITE}vneid/#end`);
  await page.locator('[data-action="completed"]').click();
  await expect(page.locator('#done h1')).toBeVisible();
});

test('without JavaScript home lists the guides', async ({ page }) => {
  await page.goto(SITE);
  await page.locator('[data-open="vneid"]').click();
  await expect(page.locator('#cover h1')).toHaveText('Kích hoạt VNeID');
});

test('on paper all steps stand, and no controls', async ({ page }) => {
  await page.goto(`${SITE}vneid/#otp`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#bring h1')).toBeVisible();
  await expect(page.locator('#otp h1')).toBeVisible();
  await expect(page.locator('#bring [data-action="next"]')).toBeHidden();
});
