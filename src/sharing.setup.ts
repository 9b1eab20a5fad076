// Test files that share a process share its globals: each begins with an empty page, and without what another told React.
Reflect.deleteProperty(globalThis, 'IS_REACT_ACT_ENVIRONMENT');
if (typeof document !== 'undefined') document.body.replaceChildren();
