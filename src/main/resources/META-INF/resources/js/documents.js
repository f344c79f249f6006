// Adding documents: dropped or chosen, each sent by itself, so that many large ones pass a limit meant for one request.
// Without this module the form sends them all at once.

const form = document.getElementById('drop');
const input = document.getElementById('file');
const progress = document.getElementById('sending');

async function send(files) {
  const token = document.querySelector('meta[name="csrf-token"]').content;
  let added = 0;
  let known = 0;
  progress.hidden = false;
  progress.max = files.length;
  progress.value = 0;
  form.setAttribute('aria-busy', 'true');
  for (const file of files) {
    const body = new FormData();
    body.append('file', file, file.name);
    const answer = await fetch(form.action, { method: 'POST', body, headers: { 'x-csrf-token': token } });
    const counts = /added=(\d+)-(\d+)/.exec(answer.url);
    if (!answer.ok || !counts) return false;
    added += Number(counts[1]);
    known += Number(counts[2]);
    progress.value += 1;
  }
  location.assign(`${form.action.replace(/\/files$/, '')}?added=${added}-${known}#documents`);
  return true;
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
  for (const kind of ['dragover', 'dragenter']) {
    form.addEventListener(kind, (event) => { event.preventDefault(); form.dataset.over = 'true'; });
  }
  for (const kind of ['dragleave', 'drop']) {
    form.addEventListener(kind, () => { delete form.dataset.over; });
  }
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    input.files = event.dataTransfer.files;
    submit([...input.files]);
  });
}
