/** Offices' own templates of documents. */
export const templates = {
  title: 'Templates of documents',
  note: "Documents have the policy pack's look; an office may put its own .docx in its place, changed in Word or WPS. Letters made from its first day on use it; those sent before do not change.",
  document: 'Document',
  holds: 'In use',
  holders: { own: "The office's own", county: "The county's", pack: "The pack's" },
  places: 'Places that may be used',
  acts: 'Acts',
  sample: 'Sample',
  preview: 'Preview',
  upload: 'Put in an own template',
  uploadNote:
    'Fetch the sample, change it in Word or WPS and send it back. Places in double braces are filled by the system and keep their names; “#” begins a table row that is repeated, “?” a paragraph that is left out where there is nothing to say.',
  drop: 'Click or drop a .docx file',
  check: 'Check and put in use',
  taken: 'The template is in use',
  withdraw: 'Take out of use',
  withdrawNote:
    "From today the pack's (or the county's) look serves again; letters that were sent do not change.",
  withdrawn: 'Taken out of use',
  version: 'Version',
  from: 'First day',
  states: { ahead: 'Not begun', now: 'In use', over: 'Replaced' },
  file: 'File',
  why: 'Remark',
  by: 'By',
  download: 'Fetch',
}
