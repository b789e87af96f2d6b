// Asks for the page again and changes only what is different, so that an open email stays open.
const EVERY_MS = 2000;

async function freshPage() {
  const answer = await fetch(location.href);
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

function update(list, fresh) {
  const wanted = new Map([...fresh.children].map(article => [article.id, article]));
  for (const old of [...list.children]) {
    const next = wanted.get(old.id);
    if (!next) old.remove();
    else if (next.dataset.state !== old.dataset.state) old.replaceWith(document.adoptNode(next));
  }
  const known = new Set([...list.children].map(article => article.id));
  const added = [...wanted.values()].filter(article => !known.has(article.id));
  const newest = list.firstElementChild;
  const lowest = newest ? Number(newest.id.slice(1)) : -1;
  const [above, below] = [added.filter(a => Number(a.id.slice(1)) > lowest), added.filter(a => Number(a.id.slice(1)) < lowest)];
  list.prepend(...above);
  list.append(...below);
}

async function refresh() {
  try {
    const page = await freshPage();
    document.getElementById('summary').textContent = page.getElementById('summary').textContent;
    update(document.getElementById('messages'), page.getElementById('messages'));
  } catch {
    document.getElementById('summary').textContent = 'This page cannot reach its server. It keeps trying.';
  }
}

setInterval(() => { if (!document.hidden) refresh(); }, EVERY_MS);
document.addEventListener('visibilitychange', () => { if (!document.hidden) refresh(); });
