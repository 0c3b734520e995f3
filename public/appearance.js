// The look chosen in Settings, set before anything is drawn (src/ui/appearance.ts writes it).
(function () {
  try {
    var look = localStorage.getItem('baton.appearance');
    if (look === 'light' || look === 'dark') document.documentElement.dataset.theme = look;
  } catch {
    // Storage is blocked: the system's look it is.
  }
})();
