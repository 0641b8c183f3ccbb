/** Opens the browser's own print dialog as soon as the page for paper is there with its faces. */
addEventListener('load', () => void document.fonts.ready.then(() => print()))
