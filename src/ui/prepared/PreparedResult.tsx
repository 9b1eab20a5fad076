import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { Note } from '../layout/Note';
import { CopyButton } from '../takeaway/CopyButton';
import { QrCode } from '../takeaway/QrCode';
import './prepare.css';

export interface PreparedResultProps {
  /** Null: something has to be put right first. */
  readonly link: string | null;
  /** What learners see: sentences. */
  readonly sees: readonly string[];
  /** What will keep it from working: sentences. */
  readonly warnings: readonly string[];
}

/**
 * Bytes in a QR code that phones still read from a screen or a sheet of paper: version 25 at the lowest level of error
 * correction, 117 by 117 modules.
 */
const mostInCode = 1273;

/** The link with its QR code, and what it shows, as it is prepared. */
export function PreparedResult({ link, sees, warnings }: PreparedResultProps) {
  return (
    <section className="lab-card prepare-group prepare-result" aria-labelledby="prepare-result">
      <h3 className="lab-h3" id="prepare-result">
        <Trans>The link</Trans>
      </h3>
      {link === null ? (
        <p>
          <Trans>There is no link yet: put right what is marked in the form.</Trans>
        </p>
      ) : (
        <>
          <TextInput
            label={t`Link`}
            description={plural(link.length, { one: '# sign long', other: '# signs long' })}
            value={link}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
            classNames={{ input: 'share-link' }}
          />
          <div className="lab-row">
            <CopyButton text={link} label={t`Copy the link`}>
              <Trans>Copy the link</Trans>
            </CopyButton>
            <Button
              component="a"
              href={link}
              target="_blank"
              rel="noopener"
              variant="default"
              leftSection={<IconExternalLink size={18} aria-hidden />}
            >
              <Trans>Try it in a new tab</Trans>
            </Button>
          </div>
          {link.length > mostInCode ? (
            <Note tone="warn">
              <Trans>
                The link is too long for a QR code that phones can read. Send it as text, or give the project file a
                shorter path.
              </Trans>
            </Note>
          ) : (
            <QrCode text={link} label={t`QR code of the link: scan it to open the prepared page`} />
          )}
        </>
      )}
      {warnings.map((sentence) => (
        <Note key={sentence} tone="warn">
          {sentence}
        </Note>
      ))}
      <h4 className="prepare-sees" id="prepare-sees">
        <Trans>What learners will see</Trans>
      </h4>
      <ul aria-labelledby="prepare-sees">
        {sees.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
