//! What the C library's allocator is told. Only its own call can tell it, so this crate, for this one call, may be unsafe.

/// Lets all threads share two heaps. The GNU library otherwise gives each thread one, up to eight per core, and every heap keeps what
/// a busy minute took of it: threads come and go here, so after 100 000 requests that was a third of all memory, or more.
///
/// Call it first of all, before there is a second thread.
pub fn share() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    #[expect(unsafe_code, reason = "a call of the C library that no safe function wraps")]
    // SAFETY: it takes two numbers, and while there is no other thread nobody allocates meanwhile.
    unsafe {
        // 0 would mean that it does not know the setting: then all stays as it was, which harms nothing.
        libc::mallopt(libc::M_ARENA_MAX, 2);
    }
}
