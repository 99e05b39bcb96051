use kernel::{Clock, DivisionCode};
use platform::files::{self, NewFile, Source, Stored};
use testkit::{TestApp, User};
use uuid::Uuid;

use crate::notes::{COUNT, app};

async fn attach(app: &TestApp, user: &User, stored: &Stored, division: Option<&str>) -> Uuid {
    let division = division.map(|d| DivisionCode::parse(d).unwrap());
    let mut tx = app.ctx(user).begin(&COUNT, None).await.unwrap();
    let id = files::attach(
        &mut tx,
        stored,
        NewFile {
            name: "花名册 10月.xlsx",
            media: files::XLSX,
            permission: "notes.note.read",
            division: division.as_ref(),
            section: None,
            noun: Some("note"),
            subject: None,
            personal: true,
        },
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    id
}

fn content(size: usize) -> Vec<u8> {
    (0..size).map(|n| (n * 31 % 251) as u8).collect()
}

#[tokio::test]
async fn content_comes_back_as_it_went_in() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let chunk = platform::limits::FILE_CHUNK;
    for size in [0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk] {
        let bytes = content(size);
        let stored = files::store(&app.floor, Source::Bytes(bytes.clone()))
            .await
            .unwrap();
        let pieces: Vec<_> = bytes
            .chunks(70_000)
            .map(|c| Ok(bytes::Bytes::copy_from_slice(c)))
            .collect();
        let stream = Box::pin(futures::stream::iter(pieces));
        assert_eq!(
            files::store(&app.floor, Source::Stream(stream))
                .await
                .unwrap(),
            stored
        );
        let id = attach(&app, &clerk, &stored, Some("620521101")).await;
        let answer = app.get(&clerk, &format!("/files/{id}")).await;
        assert_eq!(answer.status, 200);
        assert!(answer.bytes == bytes, "{size} bytes");
        assert_eq!(answer.header("content-length"), size.to_string());
        assert!(
            answer
                .header("content-disposition")
                .contains("filename*=UTF-8''%E8%8A%B1")
        );
    }
    app.verify().await;
}

#[tokio::test]
async fn a_file_is_read_only_where_its_permission_holds() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let stored = files::store(&app.floor, Source::Bytes(content(10)))
        .await
        .unwrap();
    let shared = attach(&app, &clerk, &stored, Some("620521101")).await;
    let own = attach(&app, &clerk, &stored, None).await;
    let colleague = app.user("reader", "620521");
    let neighbour = app.user("reader", "620522");
    let auditor = app.user("auditor", "620521");
    let status = |user, id| async move { (app_get(user, id).await).status };
    async fn app_get((app, user): (&TestApp, &User), id: Uuid) -> testkit::Answered {
        app.get(user, &format!("/files/{id}")).await
    }
    assert_eq!(status((&app, &colleague), shared).await, 200);
    assert_eq!(status((&app, &neighbour), shared).await, 404);
    assert_eq!(status((&app, &auditor), shared).await, 404);
    assert_eq!(status((&app, &clerk), own).await, 200);
    assert_eq!(status((&app, &colleague), own).await, 404);
}

#[tokio::test]
async fn files_on_disk_are_sealed_and_alterations_show() {
    let app = app().await;
    let bytes = b"620521199001011234".repeat(100_000);
    let stored = files::store(&app.floor, Source::Bytes(bytes))
        .await
        .unwrap();
    let clerk = app.user("clerk", "620521");
    let id = attach(&app, &clerk, &stored, None).await;
    let path = app
        .floor
        .data()
        .join("files")
        .join(&stored.blob[..2])
        .join(&stored.blob);
    let sealed = std::fs::read(&path).unwrap();
    assert!(!sealed.windows(18).any(|w| w == b"620521199001011234"));
    let file = files::find(&app.floor, &app.floor.snapshot().await.unwrap(), id)
        .await
        .unwrap()
        .unwrap();
    let read = || files::open(&app.floor, &file).and_then(files::Content::read_all);
    assert_eq!(read().unwrap().len(), 1_800_000);
    let chunk = platform::limits::FILE_CHUNK;
    for (at, cut) in [
        (30, None),
        (chunk + 100, None),
        (0, Some(chunk + 59)),
        (0, Some(sealed.len() - 1)),
    ] {
        let mut altered = sealed.clone();
        match cut {
            Some(length) => altered.truncate(length),
            None => altered[at] ^= 1,
        }
        std::fs::write(&path, altered).unwrap();
        assert_eq!(
            read().unwrap_err().code(),
            "platform.vault.broken",
            "{at} {cut:?}"
        );
    }
}

#[tokio::test]
async fn blobs_that_nobody_names_are_swept_after_a_day() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let kept = files::store(&app.floor, Source::Bytes(content(10)))
        .await
        .unwrap();
    attach(&app, &clerk, &kept, None).await;
    files::store(&app.floor, Source::Bytes(content(11)))
        .await
        .unwrap();
    app.clock.set(kernel::SystemClock.now());
    assert_eq!(files::sweep(&app.floor).await.unwrap(), 0);
    app.clock.advance(chrono::Duration::days(2));
    assert_eq!(files::sweep(&app.floor).await.unwrap(), 1);
    assert_eq!(files::sweep(&app.floor).await.unwrap(), 0);
}
