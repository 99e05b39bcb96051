//! Lines through several threads, in order, with a bounded number of them in memory.

use std::{
    collections::BTreeMap,
    io::{self, BufRead, Write},
    sync::{
        Mutex, PoisonError,
        mpsc::{Receiver, SyncSender, sync_channel},
    },
};

use super::{Assess, Desk, Shelf};

/// Lines handed to a thread at once.
const CHUNK: usize = 1024;

/// Bytes at which a chunk is handed over although it has fewer lines.
const CHUNK_BYTES: usize = 1 << 20;

/// Longest line; a household of the most members with all its facts has far less.
const LONGEST: u64 = 4 << 20;

/// Chunks in memory for each thread.
const DEPTH: usize = 4;

type Chunk = (u64, Vec<Vec<u8>>);
type Answers = (u64, Vec<u8>);

/// Answers every line that is not blank: one line each, in their order. Blank
/// lines are passed over; a line that is too long is one fault.
///
/// # Errors
/// Where reading or writing fails.
pub fn run(
    work: &Assess,
    mut reader: Box<dyn BufRead + Send>,
    writer: &mut dyn Write,
    threads: usize,
) -> io::Result<()> {
    let room = threads * DEPTH;
    // As many chunks are under way as there are permits; the writer gives them back.
    let (permit, permits) = sync_channel::<()>(room);
    for _ in 0..room {
        _ = permit.send(());
    }
    let (hand, chunks) = sync_channel::<Chunk>(room);
    let (give, answers) = sync_channel::<Answers>(room);
    let chunks = Mutex::new(chunks);
    std::thread::scope(|scope| {
        let reading = scope.spawn(move || read(&mut *reader, &permits, &hand));
        for _ in 0..threads {
            let (give, chunks) = (give.clone(), &chunks);
            scope.spawn(move || answer(work, chunks, &give));
        }
        drop(give);
        let written = write(&answers, writer, &permit);
        // A writer that stopped lets everyone else stop.
        drop((answers, permit));
        let read = reading
            .join()
            .unwrap_or_else(|_| Err(io::Error::other("the reader stopped")));
        written.and(read)
    })
}

fn read(
    reader: &mut dyn BufRead,
    permits: &Receiver<()>,
    hand: &SyncSender<Chunk>,
) -> io::Result<()> {
    let mut number = 0;
    let mut lines: Vec<Vec<u8>> = Vec::with_capacity(CHUNK);
    let mut bytes = 0;
    // What Windows writes before UTF-8 is no part of the first line.
    let mut mark = Some(b"\xef\xbb\xbf");
    loop {
        let mut line = next(reader)?;
        if let (Some(mark), Some(line)) = (mark.take(), &mut line)
            && line.starts_with(mark)
        {
            line.drain(..mark.len());
        }
        let end = line.is_none();
        if let Some(line) = line
            && !line.iter().all(u8::is_ascii_whitespace)
        {
            bytes += line.len();
            lines.push(line);
        }
        let full = lines.len() >= CHUNK || bytes >= CHUNK_BYTES;
        if !lines.is_empty() && (full || end) {
            let chunk = std::mem::replace(&mut lines, Vec::with_capacity(CHUNK));
            if permits.recv().is_err() || hand.send((number, chunk)).is_err() {
                return Ok(());
            }
            (number, bytes) = (number + 1, 0);
        }
        if end {
            return Ok(());
        }
    }
}

/// The next line, without its end; of one that is too long, what makes it a fault.
fn next(reader: &mut dyn BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let read = io::Read::take(&mut *reader, LONGEST).read_until(b'\n', &mut line)?;
    if read == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
        return Ok(Some(line));
    }
    if read as u64 == LONGEST {
        // The rest of the line is passed over, a piece at a time.
        loop {
            let rest = reader.fill_buf()?;
            if rest.is_empty() {
                break;
            }
            let end = rest.iter().position(|b| *b == b'\n');
            let used = end.map_or(rest.len(), |at| at + 1);
            reader.consume(used);
            if end.is_some() {
                break;
            }
        }
        line.truncate(64);
    }
    Ok(Some(line))
}

fn answer(work: &Assess, chunks: &Mutex<Receiver<Chunk>>, give: &SyncSender<Answers>) {
    let shelf = Shelf::default();
    let mut desk = Desk::at(&shelf);
    loop {
        let next = chunks.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((number, lines)) = next else { return };
        let mut out = Vec::with_capacity(lines.len() * 1024);
        for line in &lines {
            out.extend_from_slice(work.line(&mut desk, line).as_bytes());
            out.push(b'\n');
        }
        if give.send((number, out)).is_err() {
            return;
        }
    }
}

fn write(
    answers: &Receiver<Answers>,
    writer: &mut dyn Write,
    permit: &SyncSender<()>,
) -> io::Result<()> {
    let mut early: BTreeMap<u64, Vec<u8>> = BTreeMap::new();
    let mut due = 0;
    for (number, bytes) in answers {
        early.insert(number, bytes);
        while let Some(bytes) = early.remove(&due) {
            writer.write_all(&bytes)?;
            due += 1;
            _ = permit.try_send(());
        }
    }
    Ok(())
}
