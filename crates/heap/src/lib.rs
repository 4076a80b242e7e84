//! What the C library's allocator is told. Only its own call can tell it, so this crate, for this one call, may be unsafe.

/// Bounds the number of heaps that threads have between them to four for each core.
///
/// The GNU library allows eight. Every heap keeps what a busy minute took of it, and threads come and go here, so all of them fill. With
/// only one for each core, two busy threads often had the same one and waited for each other: lists were half as fast.
///
/// Call it first of all, before there is a second thread.
pub fn bound() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        const EACH_CORE: usize = 4;
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
        let heaps = i32::try_from(cores.saturating_mul(EACH_CORE)).unwrap_or(i32::MAX);
        #[expect(unsafe_code, reason = "a call of the C library that no safe function wraps")]
        // SAFETY: it takes two numbers, and while there is no other thread nobody allocates meanwhile.
        unsafe {
            // 0 would mean that it does not know the setting: then all stays as it was, which harms nothing.
            libc::mallopt(libc::M_ARENA_MAX, heaps);
        }
    }
}
