/** How an alarm makes itself heard: spoken where the machine has a voice for the language, else by a tone of our own. */

const TONES = [880, 660, 880] as const;

function voiceFor(language: "zh" | "en"): SpeechSynthesisVoice | undefined {
  if (!("speechSynthesis" in window)) return undefined;
  return window.speechSynthesis.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(language));
}

function chime(): void {
  const context = new AudioContext();
  TONES.forEach((pitch, index) => {
    const tone = context.createOscillator();
    const loudness = context.createGain();
    const begins = context.currentTime + index * 0.22;
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.18, begins);
    loudness.gain.exponentialRampToValueAtTime(0.001, begins + 0.2);
    tone.connect(loudness).connect(context.destination);
    tone.start(begins);
    tone.stop(begins + 0.2);
  });
  setTimeout(() => void context.close(), 1_500);
}

export function sound(sentence: string, language: "zh" | "en"): void {
  const voice = voiceFor(language);
  if (voice === undefined) {
    if ("AudioContext" in window) chime();
    return;
  }
  const said = new SpeechSynthesisUtterance(sentence);
  said.voice = voice;
  said.lang = voice.lang;
  window.speechSynthesis.cancel();
  window.speechSynthesis.speak(said);
}
