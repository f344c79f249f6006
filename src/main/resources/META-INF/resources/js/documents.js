// Adding documents: dropped or chosen, each sent by itself, so that many large ones pass a limit meant for one request.
// Without this module the form sends them all at once.

const form = document.getElementById('drop');
const input = document.getElementById('file');
const progress = document.getElementById('sending');

async function send(files) {
  const token = document.querySelector('meta[name="csrf-token"]').content;
  let added = 0;
  let known = 0;
  let leftOut = 0;
  progress.hidden = false;
  progress.max = files.length;
  progress.value = 0;
  form.setAttribute('aria-busy', 'true');
  for (const file of files) {
    const body = new FormData();
    body.append('file', file, file.path ?? (file.webkitRelativePath || file.name));
    const answer = await fetch(form.action, { method: 'POST', body, headers: { 'x-csrf-token': token } });
    const counts = /added=(\d+)-(\d+)-(\d+)/.exec(answer.url);
    if (!answer.ok || !counts) return false;
    added += Number(counts[1]);
    known += Number(counts[2]);
    leftOut += Number(counts[3]);
    progress.value += 1;
  }
  location.assign(`${form.action.replace(/\/files$/, '')}?added=${added}-${known}-${leftOut}#documents`);
  return true;
}

/** The files of a folder that was dropped, each with its path in it. */
async function walk(entry, path) {
  if (entry.isFile) {
    const file = await new Promise((found, failed) => entry.file(found, failed));
    file.path = path + entry.name;
    return [file];
  }
  const reader = entry.createReader();
  const all = [];
  for (;;) {
    // A browser gives a hundred at a time, and none at the end.
    const some = await new Promise((found, failed) => reader.readEntries(found, failed));
    if (some.length === 0) return all;
    for (const one of some) all.push(...await walk(one, `${path}${entry.name}/`));
  }
}

async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((entry) => entry.isDirectory)) {
    input.files = transfer.files;
    return [...transfer.files];
  }
  return (await Promise.all(entries.map((entry) => walk(entry, '')))).flat().filter((file) => file.size > 0);
}

async function submit(files) {
  if (files.length === 0) return;
  // What is refused is said by the server, in its own words.
  if (!await send(files).catch(() => false)) form.submit();
}

if (form) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit([...input.files]);
  });
  const folder = document.getElementById('folder');
  const choose = document.getElementById('choose-folder');
  choose.hidden = !('webkitdirectory' in folder);
  choose.addEventListener('click', () => folder.click());
  folder.addEventListener('change', () => submit([...folder.files].filter((file) => file.size > 0)));
  for (const kind of ['dragover', 'dragenter']) {
    form.addEventListener(kind, (event) => { event.preventDefault(); form.dataset.over = 'true'; });
  }
  for (const kind of ['dragleave', 'drop']) {
    form.addEventListener(kind, () => { delete form.dataset.over; });
  }
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    dropped(event.dataTransfer).then(submit);
  });
}
