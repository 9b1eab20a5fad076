import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconDownload, IconFolderOpen } from '@tabler/icons-react';
import { useRef } from 'react';
import { useControl } from '../ui/prepared/controls';
import { useLab, useLabState } from './context';

export interface ProjectFileItemsProps {
  /** A file was chosen: what shows these buttons may make room. */
  readonly onOpen?: () => void;
  /** Small beside other small ones. */
  readonly isCompact?: boolean;
}

/** Saving the project as a file, and opening one; Teachable Machine's projects come in the same way. */
export function ProjectFileItems({ onOpen, isCompact = false }: ProjectFileItemsProps) {
  const isShown = useControl('files') === 'shown';
  const size = isCompact ? 'compact-md' : 'sm';
  const lab = useLab();
  const input = useRef<HTMLInputElement>(null);
  const { isEmpty, isBusy } = useLabState(({ collection, log, importing, fileWork }) => ({
    isEmpty: collection.classes.length === 0 && log.length === 0,
    isBusy: importing !== null || fileWork.phase !== 'none',
  }));
  if (!isShown) return null;
  return (
    <>
      <Button
        variant="default"
        size={size}
        leftSection={<IconDownload size={18} aria-hidden />}
        disabled={isEmpty || isBusy}
        onClick={() => void lab.projectFiles.save()}
      >
        <Trans>Save as a file</Trans>
      </Button>
      <Button
        variant="default"
        size={size}
        leftSection={<IconFolderOpen size={18} aria-hidden />}
        disabled={isBusy}
        onClick={() => input.current?.click()}
      >
        <Trans>Open a project file</Trans>
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".zip,application/zip,.tm"
        aria-label={t`Project file`}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // Emptied, so that choosing the same file again is noticed.
          event.currentTarget.value = '';
          if (files.length === 0) return;
          onOpen?.();
          void lab.importer.add(files, null);
        }}
      />
    </>
  );
}
