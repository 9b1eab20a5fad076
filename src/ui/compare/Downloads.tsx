import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { saveAs } from 'file-saver';
import { useState, type RefObject } from 'react';
import { reportCsv, reportJson, type Report } from '../../core/report';
import { composeSvg, svgToPng } from './picture';

export interface DownloadsProps {
  /** Makes the report only when it is asked for. */
  readonly report: () => Report;
  /** Holds the charts as they are on screen. */
  readonly chartsRef: RefObject<HTMLElement | null>;
  readonly isDisabled: boolean;
}

/** The experiment as data, and the charts as pictures. */
export function Downloads({ report, chartsRef, isDisabled }: DownloadsProps) {
  const [failure, setFailure] = useState<string | null>(null);
  const save = async (kind: Kind) => {
    setFailure(null);
    try {
      saveAs(await make(kind, report(), chartsRef.current), `transfer-lab.${kind.toLowerCase()}`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setFailure(t`The ${kind} file could not be made: ${reason}`);
    }
  };
  return (
    <div className="compare-actions">
      {kinds.map((kind) => (
        <Button
          key={kind}
          variant="default"
          disabled={isDisabled}
          leftSection={<IconDownload size={18} aria-hidden />}
          onClick={() => void save(kind)}
        >
          <Trans>Download {kind}</Trans>
        </Button>
      ))}
      {failure && (
        <Alert color="red" role="alert" withCloseButton closeButtonLabel={t`Dismiss`} onClose={() => setFailure(null)}>
          {failure}
        </Alert>
      )}
    </div>
  );
}

const kinds = ['JSON', 'CSV', 'PNG', 'SVG'] as const;
type Kind = (typeof kinds)[number];

async function make(kind: Kind, report: Report, charts: HTMLElement | null): Promise<Blob> {
  if (kind === 'JSON') return new Blob([reportJson(report)], { type: 'application/json' });
  if (kind === 'CSV') return new Blob([reportCsv(report)], { type: 'text/csv;charset=utf-8' });
  if (!charts) throw new Error(t`there are no charts on the page.`);
  const svg = composeSvg(charts, report.verdict?.headline ?? '');
  return kind === 'PNG' ? await svgToPng(svg, 2) : new Blob([svg], { type: 'image/svg+xml' });
}
