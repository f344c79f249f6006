// Asks for the last hour again while somebody looks at it. What cannot be had keeps the last drawing.

const SECONDS = 5;
const live = document.querySelector('[data-live]');

async function refresh() {
  if (document.hidden) return;
  try {
    const answer = await fetch(live.dataset.live, { credentials: 'same-origin' });
    if (answer.ok && !answer.redirected) live.innerHTML = await answer.text();
  } catch {
    // The server restarts; the next round finds it.
  }
}

setInterval(refresh, SECONDS * 1000);
