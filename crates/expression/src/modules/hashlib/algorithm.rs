//! The algorithms.

use blake2::{Blake2b512, Blake2s256};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};
use sha3::{Sha3_224, Sha3_256, Sha3_384, Sha3_512};

macro_rules! algorithms {
    ($($variant:ident($state:ty) $name:literal $block:literal),+ $(,)?) => {
        /// An algorithm.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Algorithm {
            $(
                #[doc = $name]
                $variant,
            )+
        }

        /// A digest that is being computed.
        #[derive(Clone)]
        pub(super) enum State {
            $($variant(Box<$state>),)+
        }

        impl Algorithm {
            /// All of them.
            pub(super) const ALL: &[Algorithm] = &[$(Algorithm::$variant),+];

            /// Its name.
            pub(crate) const fn name(self) -> &'static str {
                match self {
                    $(Algorithm::$variant => $name,)+
                }
            }

            /// Bytes that it takes at a time.
            pub(crate) const fn block(self) -> usize {
                match self {
                    $(Algorithm::$variant => $block,)+
                }
            }

            /// Bytes of its digest.
            pub(crate) fn size(self) -> usize {
                match self {
                    $(Algorithm::$variant => <$state as Digest>::output_size(),)+
                }
            }

            /// Begins.
            pub(super) fn begin(self) -> State {
                match self {
                    $(Algorithm::$variant => State::$variant(Box::new(<$state>::new())),)+
                }
            }
        }

        impl State {
            /// Takes more in.
            pub(super) fn update(&mut self, data: &[u8]) {
                match self {
                    $(State::$variant(state) => Digest::update(&mut **state, data),)+
                }
            }

            /// The digest of what was taken in so far.
            pub(super) fn digest(&self) -> Vec<u8> {
                match self {
                    $(State::$variant(state) => (**state).clone().finalize().to_vec(),)+
                }
            }
        }
    };
}

algorithms! {
    Md5(Md5) "md5" 64,
    Sha1(Sha1) "sha1" 64,
    Sha224(Sha224) "sha224" 64,
    Sha256(Sha256) "sha256" 64,
    Sha384(Sha384) "sha384" 128,
    Sha512(Sha512) "sha512" 128,
    Sha3224(Sha3_224) "sha3_224" 144,
    Sha3256(Sha3_256) "sha3_256" 136,
    Sha3384(Sha3_384) "sha3_384" 104,
    Sha3512(Sha3_512) "sha3_512" 72,
    Blake2b(Blake2b512) "blake2b" 128,
    Blake2s(Blake2s256) "blake2s" 64,
}

impl Algorithm {
    /// The one of that name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Algorithm::ALL.iter().copied().find(|algorithm| algorithm.name() == name)
    }
}
