import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/**
 * Puts an element in the place of the page: the rest can be neither reached nor read, and the focus goes in and comes back.
 *
 * @param host stands in the body, beside the page.
 */
export function useStage(host: HTMLElement, firstFocus: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const before = opener();
    document.body.append(host);
    const others = [...document.body.children].filter(
      (other): other is HTMLElement => other !== host && other instanceof HTMLElement && !other.inert,
    );
    for (const other of others) other.inert = true;
    firstFocus.current?.focus();
    return () => {
      for (const other of others) other.inert = false;
      host.remove();
      // After the page is there again.
      requestAnimationFrame(() => {
        if (before?.isConnected) before.focus({ preventScroll: true });
      });
    };
  }, [host, firstFocus]);
}

/** What had the focus; of an entry of a menu, which is gone by then, the button that opened it. */
function opener(): HTMLElement | null {
  const active = document.activeElement;
  const menu = active?.closest('[role="menu"]');
  const button = menu?.id ? document.querySelector(`[aria-controls="${CSS.escape(menu.id)}"]`) : null;
  const found = button ?? active;
  return found instanceof HTMLElement && found !== document.body ? found : null;
}

/** Full screen, where the browser has it and allows it. */
export function useFullScreen(ref: RefObject<HTMLElement | null>) {
  const [isFull, setIsFull] = useState(false);
  useEffect(() => {
    const onChange = () => setIsFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', onChange);
    return () => {
      document.removeEventListener('fullscreenchange', onChange);
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    };
  }, []);
  /** False where it was not allowed. */
  const toggle = useCallback(async (): Promise<boolean> => {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else if (ref.current && document.fullscreenEnabled) await ref.current.requestFullscreen();
      else return false;
      return true;
    } catch {
      return false;
    }
  }, [ref]);
  return { isFull, toggle };
}

/** Pixels of this window for one of a projector of 1280 by 720; as --u in present.css. */
export function useUnit(): number {
  const [unit, setUnit] = useState(unitNow);
  const frame = useRef(0);
  useEffect(() => {
    const onResize = () => {
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => setUnit(unitNow()));
    };
    window.addEventListener('resize', onResize);
    return () => {
      cancelAnimationFrame(frame.current);
      window.removeEventListener('resize', onResize);
    };
  }, []);
  return unit;
}

const unitNow = () => Math.max(0.62, Number(Math.min(window.innerWidth / 1280, window.innerHeight / 720).toFixed(3)));
