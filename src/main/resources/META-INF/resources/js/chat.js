// The chat page: sends, follows answers, edits, copies. The server renders everything; this only puts it in place.

const $ = (id) => document.getElementById(id);
const chat = document.querySelector('.chat');
const conversation = chat.dataset.conversation;
const turns = $('turns');
const form = $('composer');
const text = $('text');
const words = $('words').dataset;
const csrf = document.querySelector('meta[name="csrf-token"]')?.content ?? '';
const draft = `draft:${conversation || 'new'}`;
let stream = null;

// ——— Sending ———

async function post(path, fields) {
  return fetch(path, {
    method: 'POST',
    headers: { 'x-csrf-token': csrf, 'x-vigie-part': 'turn' },
    body: new URLSearchParams(fields),
  });
}

/** Sends; returns whether the server took it. `instead` is the turn that it replaces. */
async function send(fields, instead) {
  sayTrouble('');
  let answer;
  try {
    answer = await post(conversation ? `/chat/${conversation}/messages` : '/chat/messages', fields);
  } catch {
    sayTrouble(words.sendFailed);
    return false;
  }
  if (!answer.ok || new URL(answer.url).pathname.startsWith('/sign-in')) {
    sayTrouble(reason(answer));
    return false;
  }
  if (!conversation) {
    sessionStorage.removeItem(draft);
    location.assign(answer.url);
    return true;
  }
  if (instead) {
    while (instead.nextElementSibling) instead.nextElementSibling.remove();
    instead.remove();
  }
  turns.insertAdjacentHTML('beforeend', await answer.text());
  turns.lastElementChild.scrollIntoView({ block: 'end' });
  follow(turns.lastElementChild.querySelector('[data-events]'));
  return true;
}

function reason(answer) {
  if (answer.status === 401 || answer.ok) return words.sessionEnded;
  if (answer.status === 429) return words.busy;
  return words.sendFailed;
}

function sayTrouble(message) {
  const place = $('trouble');
  place.replaceChildren();
  if (!message) return;
  const notice = $('notice').content.cloneNode(true);
  notice.querySelector('p').textContent = message;
  place.append(notice);
}

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (!text.value.trim() || stream) return;
  if ($('joined').querySelector('[aria-busy]')) return sayTrouble(words.stillReading);
  const files = [...$('joined').querySelectorAll('[data-file]')].map((one) => one.dataset.file);
  const fields = { text: text.value, model: $('model').value, files: files.join(' ') };
  if ($('mission')) fields.mission = $('mission').value;
  if ($('documents')) fields.documents = $('documents').value;
  const sent = text.value;
  $('send').disabled = true;
  if (await send(fields)) {
    $('joined').replaceChildren();
    if (conversation && text.value === sent) text.value = '';
    sessionStorage.removeItem(draft);
  }
  $('send').disabled = false;
  grow();
  text.focus();
});

// ——— Following an answer ———

function follow(article) {
  if (!article) return;
  const prose = article.querySelector('.prose');
  let announced = prose.children.length;
  busy(true);
  say(words.writing);
  stream = new EventSource(`${article.dataset.events}?position=${article.dataset.position}`);
  stream.addEventListener('open', () => sayTrouble(''));
  stream.addEventListener('examined', (event) => replaceQuestion(article, event.data));
  stream.addEventListener('blocks', (event) => {
    const stuck = isAtEnd();
    const cut = event.data.indexOf('\n');
    const from = Number(event.data.slice(0, cut));
    while (prose.children.length > from) prose.lastElementChild.remove();
    prose.insertAdjacentHTML('beforeend', event.data.slice(cut + 1));
    // The last block may still change: it is read out once another follows.
    for (; announced < prose.children.length - 1; announced++) say(prose.children[announced].textContent);
    if (stuck) toEnd();
  });
  stream.addEventListener('end', (event) => {
    const stuck = isAtEnd();
    stream.close();
    article.insertAdjacentHTML('afterend', event.data);
    const ended = article.nextElementSibling;
    article.remove();
    for (const block of [...ended.querySelector('.prose').children].slice(announced)) say(block.textContent);
    say(words.written);
    busy(false);
    if (stuck) toEnd();
  });
  stream.addEventListener('error', () => {
    // A browser gives up after an answer that is no stream; on a mere cut it comes back by itself.
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 2000);
    sayTrouble(words.disconnected);
  });
}

function replaceQuestion(article, html) {
  const question = article.parentElement.querySelector('.question');
  const open = question.querySelector('.masked-list')?.open;
  question.insertAdjacentHTML('afterend', html);
  const renewed = question.nextElementSibling;
  if (open && renewed.querySelector('.masked-list')) renewed.querySelector('.masked-list').open = true;
  question.remove();
}

function busy(now) {
  if (!now) stream = null;
  $('send').hidden = now;
  $('stop').hidden = !now;
}

function stopAnswer() {
  if (stream) post(`/chat/${conversation}/stop`, {});
}

function isAtEnd() {
  return document.documentElement.scrollHeight - scrollY - innerHeight < 80;
}

function toEnd() {
  scrollTo(0, document.documentElement.scrollHeight);
}

function say(message) {
  const line = document.createElement('p');
  line.textContent = message;
  $('said').append(line);
  while ($('said').children.length > 20) $('said').firstElementChild.remove();
}

// ——— Copying ———

/** Rich text for a word processor, Markdown for the rest. */
async function copy(button, rich) {
  const article = button.closest('.answer');
  const markdown = new Blob([article.dataset.markdown], { type: 'text/plain' });
  const clone = article.querySelector('.prose').cloneNode(true);
  clone.querySelectorAll('[tabindex]').forEach((one) => one.removeAttribute('tabindex'));
  clone.querySelectorAll('.prose-block, .table-wrap').forEach((one) => one.replaceWith(...one.childNodes));
  const types = rich
    ? { 'text/html': new Blob([clone.innerHTML], { type: 'text/html' }), 'text/plain': new Blob([clone.innerText], { type: 'text/plain' }) }
    : { 'text/plain': markdown };
  const label = button.querySelector('span');
  const before = label.textContent;
  try {
    await navigator.clipboard.write([new ClipboardItem(types)]);
    label.textContent = words.copied;
    say(words.copied);
    setTimeout(() => { label.textContent = before; }, 2000);
  } catch {
    sayTrouble(words.copyFailed);
  }
}

// ——— Editing and asking again ———

function edit(button) {
  const question = button.closest('.question');
  if (stream || question.querySelector('.editor')) return;
  const editor = $('editor').content.cloneNode(true).firstElementChild;
  const area = editor.querySelector('textarea');
  area.id = `edit-${question.dataset.question}`;
  editor.querySelector('label').htmlFor = area.id;
  area.value = question.dataset.text;
  for (const child of question.children) child.hidden = true;
  question.append(editor);
  area.focus();
  editor.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!area.value.trim() || stream) return;
    await send(replacing(question, area.value), question.closest('.turn'));
  });
}

/** The fields of a question that takes the place of another. */
function replacing(question, text) {
  const fields = { text, model: $('model').value, instead: question.dataset.question };
  if ($('documents')) fields.documents = $('documents').value;
  return fields;
}

function cancelEdit(button) {
  const question = button.closest('.question');
  question.querySelector('.editor').remove();
  for (const child of question.children) child.hidden = false;
  question.querySelector('[data-act="edit"]').focus();
}

function again(button) {
  if (stream) return;
  const turn = button.closest('.turn');
  const question = turn.querySelector('.question');
  send(replacing(question, question.dataset.text), turn);
}

async function showWhatLeft(button) {
  const answer = await fetch(button.dataset.from);
  if (!answer.ok) return sayTrouble(words.sendFailed);
  $('left-body').innerHTML = await answer.text();
  $('left').showModal();
}

// ——— Checking what an answer claims ———

async function showReview(button) {
  const article = button.closest('.answer');
  const open = article.querySelector('.review');
  if (open) return open.remove();
  placeReview(article, await fetch(button.dataset.from));
}

async function look(button) {
  const article = button.closest('.answer');
  const place = button.closest('[data-claim]').dataset.claim;
  const { start, end, looked } = button.dataset;
  if (await placeReview(article, await post(article.querySelector('.review').dataset.to, { start, end, looked }))) {
    article.querySelector(`[data-claim="${place}"] button`)?.focus();
  }
}

async function placeReview(article, answer) {
  if (!answer.ok) { sayTrouble(reason(answer)); return false; }
  article.querySelector('.review')?.remove();
  article.querySelector('.quiet').insertAdjacentHTML('beforebegin', await answer.text());
  article.querySelector('.review').focus();
  return true;
}

// ——— The library: « / » opens its menu, a form fills a prompt in ———

const slash = $('slash');
let prompts = null;

async function openSlash() {
  prompts ??= fetch('/library/menu').then((answer) => (answer.ok ? answer.json() : []), () => []);
  const all = await prompts;
  if (!isSlash()) return closeSlash();
  const wanted = fold(text.value.slice(1)).split(/\s+/);
  const found = all.filter((one) => wanted.every((word) => fold(`${one.title} ${one.family}`).includes(word))).slice(0, 8);
  slash.replaceChildren(...found.map(option));
  if (!found.length) {
    const nothing = document.createElement('p');
    nothing.className = 'muted small';
    nothing.textContent = words.noPrompt;
    slash.append(nothing);
  }
  slash.hidden = false;
  point(slash.querySelector('[role=option]'));
}

function option(one, place) {
  const line = document.createElement('div');
  line.className = 'slash-line';
  line.id = `slash-${place}`;
  line.role = 'option';
  line.dataset.prompt = one.id;
  line.append(one.title);
  if (one.family) {
    const family = document.createElement('span');
    family.className = 'muted small';
    family.textContent = one.family;
    line.append(family);
  }
  return line;
}

/** What is typed is the beginning of a choice, not of a message: one line that starts with a slash. */
function isSlash() {
  return text.value.startsWith('/') && !text.value.includes('\n') && text.value.length < 60;
}

function closeSlash() {
  if (!slash || slash.hidden) return;
  slash.hidden = true;
  text.removeAttribute('aria-activedescendant');
}

function pointed() {
  return slash && !slash.hidden ? slash.querySelector('[aria-selected=true]') : null;
}

function point(line) {
  if (!line) return text.removeAttribute('aria-activedescendant');
  pointed()?.setAttribute('aria-selected', 'false');
  line.setAttribute('aria-selected', 'true');
  line.scrollIntoView({ block: 'nearest' });
  text.setAttribute('aria-activedescendant', line.id);
}

/** @return whether the key was for the menu */
function slashKey(event) {
  const line = pointed();
  if (!slash || slash.hidden || event.target !== text) return false;
  if (event.key === 'ArrowDown') point(line?.nextElementSibling ?? slash.firstElementChild);
  else if (event.key === 'ArrowUp') point(line?.previousElementSibling ?? slash.lastElementChild);
  else if (event.key === 'Escape') closeSlash();
  else if ((event.key === 'Enter' || event.key === 'Tab') && line) openPrompt(line.dataset.prompt);
  else return false;
  event.preventDefault();
  event.stopImmediatePropagation();
  return true;
}

async function openPrompt(id) {
  closeSlash();
  const answer = await fetch(`/library/prompts/${encodeURIComponent(id)}/fill`).catch(() => null);
  if (!answer?.ok) return sayTrouble(answer ? reason(answer) : words.sendFailed);
  const dialog = $('prompt');
  dialog.innerHTML = await answer.text();
  const filling = dialog.querySelector('form');
  if (!filling.querySelector('[data-blank]')) return putPrompt(filling);
  filling.addEventListener('submit', (event) => { event.preventDefault(); dialog.close(); putPrompt(filling); });
  dialog.showModal();
  filling.querySelector('[data-blank]').focus();
}

/** What was left empty keeps its braces, so that one sees it. */
function putPrompt(filling) {
  const values = new Map([...filling.querySelectorAll('[data-blank]')].map((one) => [one.dataset.blank, one.value.trim()]));
  text.value = filling.dataset.text.replaceAll(/\{\{\s*([\p{L}\p{N}_-]{1,40})\s*\}\}/gu, (whole, name) => values.get(name) || whole);
  $('to-check').hidden = !filling.dataset.check;
  $('to-check').querySelector('span').textContent = filling.dataset.check;
  post(filling.dataset.used, {}).catch(() => {});
  grow();
  keepDraft();
  text.focus();
}

function beginSlash() {
  if (!text.value.startsWith('/')) text.value = '/';
  text.focus();
  openSlash();
}

function fold(words) {
  return words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

// ——— The rest of the page ———

function example(button) {
  text.value = button.dataset.text.replaceAll('\\n', '\n');
  grow();
  keepDraft();
  text.focus();
}

function toggleHistory() {
  const open = chat.dataset.history !== 'open';
  chat.dataset.history = open ? 'open' : '';
  document.querySelector('.history-open').setAttribute('aria-expanded', String(open));
  (open ? $('q') : document.querySelector('.history-open')).focus();
}

function find() {
  if (getComputedStyle($('history')).display === 'none') toggleHistory();
  $('q').focus();
  $('q').select();
}

/** For browsers without `field-sizing`. */
function grow() {
  if (!text || CSS.supports('field-sizing', 'content')) return;
  text.rows = Math.min(12, text.value.split('\n').length);
}

function keepDraft() {
  if (text.value) sessionStorage.setItem(draft, text.value);
  else sessionStorage.removeItem(draft);
}

function chooseModel() {
  for (const line of document.querySelectorAll('.whither-line')) line.hidden = line.dataset.model !== $('model').value;
  localStorage.setItem('vigie-model', $('model').value);
}

const acts = {
  'stop': stopAnswer,
  'copy': (button) => copy(button, true),
  'copy-markdown': (button) => copy(button, false),
  'edit': edit,
  'cancel-edit': cancelEdit,
  'again': again,
  'left': showWhatLeft,
  'review': showReview,
  'look': look,
  'example': example,
  'history': toggleHistory,
  'library': beginSlash,
};

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-act]');
  if (button) acts[button.dataset.act]?.(button);
});

document.addEventListener('keydown', (event) => {
  if (slashKey(event)) return;
  const control = event.ctrlKey || event.metaKey;
  if (event.key === 'Escape' && chat.dataset.history === 'open') toggleHistory();
  else if (event.key === 'Escape' && event.target.closest?.('.editor')) cancelEdit(event.target);
  else if (event.key === 'Escape' && !document.querySelector('dialog[open], [popover]:popover-open')) stopAnswer();
  else if (control && !event.shiftKey && event.key.toLowerCase() === 'k') { event.preventDefault(); find(); }
  else if (control && event.shiftKey && event.key.toLowerCase() === 'o') { event.preventDefault(); location.assign('/chat'); }
  else if (control && event.key === '/') { event.preventDefault(); $('help').showModal(); }
});

// On a touch keyboard Enter is the only way to a new line, so it does not send there.
const touch = matchMedia('(pointer: coarse)').matches;
document.addEventListener('keydown', (event) => {
  const area = event.target;
  if (!(area instanceof HTMLTextAreaElement) || event.key !== 'Enter' || event.shiftKey || event.isComposing || touch) return;
  event.preventDefault();
  area.form.requestSubmit();
});

// Which models answer depends on the mission; what was typed is kept as a draft.
$('mission')?.addEventListener('change', () => {
  if (text) keepDraft();
  location.assign($('mission').value ? `/chat?mission=${encodeURIComponent($('mission').value)}` : '/chat');
});

if (text) {
  text.addEventListener('input', () => {
    grow();
    keepDraft();
    if (slash && isSlash()) openSlash(); else closeSlash();
  });
  slash?.addEventListener('mousedown', (event) => {
    const line = event.target.closest('[data-prompt]');
    event.preventDefault();
    if (line) openPrompt(line.dataset.prompt);
  });
  text.addEventListener('blur', closeSlash);
  text.value ||= sessionStorage.getItem(draft) ?? '';
  grow();
  $('model').addEventListener('change', chooseModel);
  const remembered = localStorage.getItem('vigie-model');
  if (!conversation && [...$('model').options].some((option) => option.value === remembered)) {
    $('model').value = remembered;
    chooseModel();
  }
  if (!touch) text.focus({ preventScroll: true });
}

// Come from the library.
const chosen = new URLSearchParams(location.search).get('prompt');
if (chosen && slash) {
  history.replaceState(null, '', location.pathname);
  openPrompt(chosen);
}

if ($('undo')) {
  history.replaceState(null, '', '/chat');
  setTimeout(() => $('undo').remove(), 10000);
}

if (turns.querySelector('.turn')) toEnd();
follow(turns.querySelector('[data-events]'));
