import { Trans } from '@lingui/react/macro';

/** What was done so that everybody can use the page, and what was not tried. */
export const Statement = () => (
  <section>
    <h3>
      <Trans>Accessibility</Trans>
    </h3>
    <p>
      <Trans>
        The page is built to meet WCAG 2.2, level AA: everything works by keyboard, nothing is said by colour alone,
        charts have tables, motion stops where the device asks for it, and text can be enlarged to 200 %.
      </Trans>
    </p>
    <p>
      <Trans>
        Tested: every build by the automatic rules of axe, in light and dark, and by keyboard in Chromium. Not tested:
        with people who use a screen reader, a braille display or voice control every day; in Windows high contrast on
        all pages; on old phones. Pictures themselves have no description but their file name and class, because the
        page cannot know what they show. If something keeps you from using the page, that is a fault: tell whoever gave
        you the address.
      </Trans>
    </p>
  </section>
);
