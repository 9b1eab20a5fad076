export function LogPanel() {
  return <p className="lab-card lab-soft lab-padded">…</p>;
}
