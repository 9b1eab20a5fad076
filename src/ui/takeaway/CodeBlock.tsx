import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { CopyButton } from './CopyButton';
import './takeaway.css';

export interface CodeBlockProps {
  /** What the code is, for the buttons and for people who do not see it. */
  readonly title: string;
  readonly fileName: string;
  readonly code: string;
  readonly onDownload: () => void;
}

/** A file to copy, to save, or to read, once that is asked for: it scrolls, also by keyboard. */
export function CodeBlock({ title, fileName, code, onDownload }: CodeBlockProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="code-block">
      <div className="code-head">
        <span className="code-name">
          <code>{fileName}</code>, <Plural value={code.split('\n').length - 1} one="# line" other="# lines" />
        </span>
        <div className="lab-row">
          <CopyButton text={code} label={t`Copy ${title}`}>
            <Trans>Copy</Trans>
          </CopyButton>
          <Button
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            aria-label={t`Download ${title}`}
            onClick={onDownload}
          >
            <Trans>Download</Trans>
          </Button>
        </div>
      </div>
      <details className="code-more" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>
          <Trans>Read the code</Trans>
        </summary>
        {isOpen && (
          // What scrolls must be reachable by keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <section className="code-text" tabIndex={0} aria-label={title}>
            <pre>
              <code>{code}</code>
            </pre>
          </section>
        )}
      </details>
    </div>
  );
}
