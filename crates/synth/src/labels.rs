/// An enum whose entries have a Chinese word of the forms and an English label.
macro_rules! labelled {
    (
        $(#[$about:meta])*
        $name:ident;
        $( $variant:ident, $zh:literal, $en:literal; )+
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(
                #[doc = $zh]
                $variant,
            )+
        }

        impl $name {
            /// All entries in order.
            pub const ALL: &'static [$name] = &[$( $name::$variant ),+];

            /// The Chinese word.
            pub const fn zh(self) -> &'static str {
                match self { $( $name::$variant => $zh ),+ }
            }

            /// The English label.
            pub const fn en(self) -> &'static str {
                match self { $( $name::$variant => $en ),+ }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.zh())
            }
        }
    };
}
