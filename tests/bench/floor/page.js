// What somebody writes in an afternoon: remembers the place, counts walks, answers to keys, works offline.
const started = 'started';
const sections = [...document.querySelectorAll('section')];

function current() {
  return document.getElementById(location.hash.slice(1)) || sections[0];
}

function count(what) {
  try {
    const counts = JSON.parse(localStorage.getItem('counts') || '{}');
    const key = `${new Date().toISOString().slice(0, 10)} ${what}`;
    counts[key] = (counts[key] || 0) + 1;
    localStorage.setItem('counts', JSON.stringify(counts));
  } catch {
    // Without storage it goes on without counts.
  }
}

function shown() {
  const section = current();
  if (!section) return;
  const heading = section.querySelector('h1');
  document.title = heading.textContent;
  heading.focus({ preventScroll: true });
  scrollTo(0, 0);
  count(`reached ${section.id}`);
  try {
    sessionStorage.setItem('place', section.id);
  } catch {}
}

function press(action) {
  const link = current().querySelector(`[data-action="${action}"]`);
  if (link) link.click();
}

addEventListener('hashchange', shown);
addEventListener('keydown', (event) => {
  if (event.key === 'ArrowRight') press('next');
  if (event.key === 'ArrowLeft') press('back');
});
addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (!link) return;
  if (link.dataset.action === 'back') {
    event.preventDefault();
    history.back();
  }
  if (link.hash === '#end') count('completed');
  if (link.closest('.cover')) count(started);
});

try {
  const place = sessionStorage.getItem('place');
  if (!location.hash && place && document.getElementById(place)) location.hash = place;
} catch {}

document.documentElement.dataset.ready = '';
if ('serviceWorker' in navigator) {
  addEventListener('load', () => navigator.serviceWorker.register('sw.js'));
}
