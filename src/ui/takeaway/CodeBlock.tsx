import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { CopyButton } from './CopyButton';
import './takeaway.css';

export interface CodeBlockProps {
  /** What the code is, for the buttons and for people who do not see it. */
  readonly title: string;
  readonly fileName: string;
  readonly code: string;
  readonly onDownload: () => void;
}

/** A file to read: it scrolls, also by keyboard, and can be copied or saved. */
export function CodeBlock({ title, fileName, code, onDownload }: CodeBlockProps) {
  return (
    <div className="code-block">
      <div className="code-head">
        <span className="code-name">
          <code>{fileName}</code>, {code.split('\n').length - 1} lines
        </span>
        <div className="lab-row">
          <CopyButton text={code} label={`Copy ${title}`}>
            Copy
          </CopyButton>
          <Button
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            aria-label={`Download ${title}`}
            onClick={onDownload}
          >
            Download
          </Button>
        </div>
      </div>
      {/* What scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="code-text" tabIndex={0} aria-label={title}>
        <pre>
          <code>{code}</code>
        </pre>
      </section>
    </div>
  );
}
