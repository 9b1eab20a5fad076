const contexts: WebGL2RenderingContext[] = [];

// oxlint-disable-next-line typescript/unbound-method -- it is applied to its canvas below
const { getContext } = OffscreenCanvas.prototype;

OffscreenCanvas.prototype.getContext = new Proxy(getContext, {
  apply(target, canvas: OffscreenCanvas, args: Parameters<typeof getContext>) {
    const context = Reflect.apply(target, canvas, args);
    if (context instanceof WebGL2RenderingContext) contexts.push(context);
    return context;
  },
});

new BroadcastChannel('lose-webgl').addEventListener('message', () => {
  for (const context of contexts) context.getExtension('WEBGL_lose_context')?.loseContext();
});
