import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';

export interface CopyButtonProps {
  readonly text: string;
  /** For people who do not see what it stands beside; begins with what is on the button. */
  readonly label: string;
  readonly children: ReactNode;
}

/** How long it says that it was done, in ms. */
const saidFor = 4000;

/** Copies text, and says whether that worked: pages over plain http may not write to the clipboard. */
export function CopyButton({ text, label, children }: CopyButtonProps) {
  const [answer, setAnswer] = useState<'copied' | 'refused' | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setAnswer('copied');
    } catch {
      setAnswer('refused');
    }
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnswer(null), saidFor);
  };
  const Icon = answer === 'copied' ? IconCheck : IconCopy;
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon size={18} aria-hidden />}
        aria-label={label}
        onClick={() => void copy()}
      >
        {answer === 'copied' ? t`Copied` : children}
      </Button>
      <output className={answer === 'refused' ? 'lab-soft' : 'lab-hidden'}>
        {answer === 'copied' && t`Copied.`}
        {answer === 'refused' && t`The browser does not let this page copy. Select the text and copy it by hand.`}
      </output>
    </>
  );
}
