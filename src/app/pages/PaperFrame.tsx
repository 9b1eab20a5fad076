import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { pageHref } from '../../core/page';
import { useLab } from '../context';
import { useTitle } from './useTitle';
import './paper.css';

export interface PaperFrameProps {
  readonly title: string;
  /** One or two sentences under the title. */
  readonly lead?: ReactNode;
  /** Whether it is meant for paper too: then there is a button that prints it. */
  readonly printable?: boolean;
  readonly children: ReactNode;
}

/** What stands in the place of the stations: its heading has the focus when it comes, and a link leads back. */
export function PaperFrame({ title, lead, printable = false, children }: PaperFrameProps) {
  const lab = useLab();
  useTitle(title);
  return (
    <article className="lab-paper">
      <div className="lab-paper-bar lab-row">
        <a
          className="lab-paper-back"
          href={pageHref('lab')}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            lab.show('lab');
          }}
        >
          <IconArrowLeft size={18} aria-hidden />
          <Trans>Back to the stations</Trans>
        </a>
        {printable && (
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => window.print()}
          >
            <Trans>Print this page</Trans>
          </Button>
        )}
      </div>
      <Heading key={title} title={title} />
      {lead !== undefined && <p className="lab-section-lead">{lead}</p>}
      {children}
    </article>
  );
}

/** Another page in the same frame is a change of place too: the key of this one makes it anew. */
function Heading({ title }: Pick<PaperFrameProps, 'title'>) {
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus is hidden or gone.
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 className="lab-section-title" ref={heading} tabIndex={-1}>
      {title}
    </h2>
  );
}
