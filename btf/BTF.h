// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// BTF, the types that BPF objects and kernels carry: this page is the whole library (BPFToolchain::btf).
//
//   bytes --decode--> TypeGraph --finish, limit, select, merge--> TypeGraph --encode--> bytes, --dump--> text
//
// It needs libelf and nothing else. Nothing here prints, exits or throws. What is decoded has been looked through:
// every id, string and range in a TypeGraph is good, and a type does not contain itself. The format is that of the
// kernel's include/uapi/linux/btf.h and Documentation/bpf/btf.rst.
#ifndef BPFTOOLCHAIN_BTF_BTF_H
#define BPFTOOLCHAIN_BTF_BTF_H

#include "btf/Result.h"
#include "btf/StringTable.h"
#include "btf/TextOutput.h"
#include <bit>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bpf::btf {

// ---- Types -----------------------------------------------------------------

enum class Kind : uint8_t {
#define KIND(Id, Number, Word, Shape) Id = Number,
#include "btf/Kinds.def"
};
/// "STRUCT": the kernel's word, as bpftool prints it.
std::string_view word(Kind K);
inline bool isComposite(Kind K) { return K == Kind::Struct || K == Kind::Union; }

/// A set of kinds, one bit each.
class KindSet {
public:
  static KindSet all() { return KindSet(~0U); }
  static KindSet none() { return KindSet(0); }
  bool contains(Kind K) const { return Bits >> unsigned(K) & 1; }
  KindSet with(Kind K) const { return KindSet(Bits | 1U << unsigned(K)); }
  KindSet without(Kind K) const { return KindSet(Bits & ~(1U << unsigned(K))); }

private:
  explicit KindSet(uint32_t Bits) : Bits(Bits) {}
  uint32_t Bits;
};

/// Types are numbered from 1; 0 is void.
using TypeId = uint32_t;

enum class Linkage : uint32_t { Static, Global, Extern };

/// What all types have. The meaning of Size, Target and Detail depends on the kind; 0 where there is none.
struct Type {
  Kind What = Kind::Void;
  bool Flag = false;     ///< kind_flag: bit-fields in a struct, a signed enum, a forward declaration of a union
  StringOffset Name = 0; ///< in the strings of the graph; 0 is no name
  uint32_t Size = 0;     ///< in bytes: INT, FLOAT, STRUCT, UNION, ENUM, ENUM64, DATASEC
  TypeId Target = 0;     ///< what PTR, TYPEDEF, CONST, FUNC, VAR, a tag ... is of; what a FUNC_PROTO returns
  uint32_t Detail = 0;   ///< INT: its encoding word; FUNC, VAR: Linkage; DECL_TAG: component index, -1 for all of it
  uint32_t First = 0;    ///< set by add(): where the elements begin in the graph
  uint32_t Count = 0;    ///< set by add(): members, enumerators, parameters, variables
};

struct Array {
  TypeId Element, Index;
  uint32_t Count;
};
struct Member {
  StringOffset Name; ///< 0: anonymous
  TypeId Of;
  uint32_t BitOffset;
  uint32_t BitSize; ///< 0: no bit-field
};
struct Enumerator {
  StringOffset Name;
  uint64_t Value; ///< sign-extended where the enum is signed
};
struct Parameter {
  StringOffset Name;
  TypeId Of; ///< 0 at the end: a variable number of arguments
};
/// A variable in a data section.
struct SectionVariable {
  TypeId Variable;
  uint32_t Offset, Size; ///< in bytes
};

/// The parts of the encoding word of an INT (BTF_INT_ENCODING, BTF_INT_OFFSET, BTF_INT_BITS).
struct IntegerEncoding {
  bool IsSigned, IsChar, IsBool;
  uint32_t BitOffset, Bits;
};
IntegerEncoding integerEncoding(const Type &Integer);

/// Types, each at its id, with what they are made of. Split BTF goes on where its base ends: both in ids and in
/// strings.
class TypeGraph {
public:
  explicit TypeGraph(std::shared_ptr<const TypeGraph> Base = nullptr);

  /// Without types of its own, on the same base and for the same machine.
  TypeGraph emptied() const;

  const TypeGraph *base() const { return Base.get(); }
  TypeId firstOwn() const { return FirstOwn; }           ///< 1, or the first id behind those of the base
  TypeId end() const { return FirstOwn + Types.size(); } ///< one past the last id
  const Type &operator[](TypeId Id) const { return Id < FirstOwn ? ofBase(Id) : Types[Id - FirstOwn]; }
  std::string_view text(StringOffset Offset) const { return Strings.at(Offset); }
  std::string_view name(TypeId Id) const { return text((*this)[Id].Name); }

  // What a type of that kind is made of, and nothing of another kind.
  const Array &array(TypeId Id) const {
    static constexpr Array None = {0, 0, 0};
    const Type &T = (*this)[Id];
    return T.What == Kind::Array ? owner(Id).Arrays[T.First] : None;
  }
  std::span<const Member> members(TypeId Id) const {
    return elements(&TypeGraph::Members, Id, Kind::Struct, Kind::Union);
  }
  std::span<const Enumerator> enumerators(TypeId Id) const {
    return elements(&TypeGraph::Enumerators, Id, Kind::Enum, Kind::Enum64);
  }
  std::span<const Parameter> parameters(TypeId Id) const {
    return elements(&TypeGraph::Parameters, Id, Kind::FunctionPrototype, Kind::FunctionPrototype);
  }
  std::span<const SectionVariable> variables(TypeId Id) const {
    return elements(&TypeGraph::Variables, Id, Kind::DataSection, Kind::DataSection);
  }

  /// Each returns the id of the new type.
  TypeId add(Type T) {
    Types.push_back(T);
    return end() - 1;
  }
  TypeId add(Type T, const Array &Of);
  TypeId add(Type T, std::span<const Member> Of);
  TypeId add(Type T, std::span<const Enumerator> Of);
  TypeId add(Type T, std::span<const Parameter> Of);
  TypeId add(Type T, std::span<const SectionVariable> Of);
  /// How many more there will be of what a large graph has most of.
  struct Room {
    size_t Types = 0, Arrays = 0, Members = 0, Parameters = 0;
  };
  void reserve(const Room &Needed);
  /// To change in place what is the graph's own; the base's never changes.
  Type &change(TypeId Id) { return Types[Id - FirstOwn]; }
  Array &changeArray(TypeId Id) { return Arrays[change(Id).First]; }
  std::span<Member> changeMembers(TypeId Id);
  std::span<SectionVariable> changeVariables(TypeId Id);
  std::span<Parameter> changeParameters(TypeId Id);
  std::span<Enumerator> changeEnumerators(TypeId Id);

  StringTable Strings;
  std::endian Order = std::endian::native; ///< the one it was read in, and is written in
  unsigned PointerBytes = 8;               ///< of the target machine; not recorded in BTF

private:
  const Type &ofBase(TypeId Id) const;
  /// Nothing where the type is of neither kind: its range is one of other elements.
  template <typename Element>
  std::span<const Element> elements(std::vector<Element> TypeGraph::*All, TypeId Id, Kind K, Kind Or) const {
    const Type &T = (*this)[Id];
    if (T.What != K && T.What != Or)
      return {};
    return {(owner(Id).*All).data() + T.First, T.Count};
  }
  const TypeGraph &owner(TypeId Id) const { return Id < FirstOwn && Base ? Base->owner(Id) : *this; }

  std::shared_ptr<const TypeGraph> Base;
  TypeId FirstOwn;
  std::vector<Type> Types;
  std::vector<Array> Arrays;
  std::vector<Member> Members;
  std::vector<Enumerator> Enumerators;
  std::vector<Parameter> Parameters;
  std::vector<SectionVariable> Variables;
};

// ---- What belongs to code: .BTF.ext ----------------------------------------

struct FunctionInfo {
  uint32_t Instruction; ///< all offsets of instructions are in bytes from the start of their section
  TypeId Function;
};
struct LineInfo {
  uint32_t Instruction;
  StringOffset File, Text;
  uint32_t Line, Column;
};
/// A CO-RE relocation (struct bpf_core_relo).
struct CoreRelocation {
  uint32_t Instruction;
  TypeId Of;
  StringOffset Access; ///< "0:1:2"
  uint32_t What;       ///< enum bpf_core_relo_kind
};
/// "byte_off": libbpf's name of a kind of CO-RE relocation.
std::string_view coreRelocationWord(uint32_t What);
/// The records of one section, named by Section.
template <typename Record> struct OfSection {
  StringOffset Section;
  std::vector<Record> Records;
};
struct Extension {
  std::vector<OfSection<FunctionInfo>> Functions;
  std::vector<OfSection<LineInfo>> Lines;
  std::vector<OfSection<CoreRelocation>> Relocations;
};

// ---- Bytes -----------------------------------------------------------------

using Bytes = std::vector<char>;
using ByteView = std::span<const char>;

/// Reads the content of a .BTF section or of a file like /sys/kernel/btf/vmlinux, in either byte order.
Result<TypeGraph> decode(ByteView Raw, const std::shared_ptr<const TypeGraph> &Base = nullptr);
/// Reads the content of .BTF.ext; its types and strings are those of Types.
Result<Extension> decodeExtension(ByteView Raw, const TypeGraph &Types);
/// The same bytes that were decoded, where nothing was changed.
Bytes encode(const TypeGraph &Types);
Bytes encodeExtension(const Extension &Code, std::endian Order);

/// A file's types.
struct TypeFile {
  TypeGraph Types;
  std::optional<Extension> Code;
  bool IsElf = false;
};
/// True for an ELF file that has a section .BTF.
bool hasTypes(ByteView File);
/// Reads an ELF file or raw BTF, whichever the bytes are. Types that contain more than 500 others are an error
/// with IsLimit.
Result<TypeFile> decodeFile(ByteView File, const std::shared_ptr<const TypeGraph> &Base = nullptr);
Result<Bytes> readBytes(const std::string &Path);
/// The relocatable ELF file with these types in place of those it has, or as new sections. Relocations of .BTF and
/// .BTF.ext go: finish() has filled in what they would.
Result<Bytes> attach(ByteView Elf, const TypeGraph &Types, const Extension *Code);

/// Writes types over those of an ELF file, which must have as many bytes; everything else stays as it is.
Result<Done> overwrite(std::span<char> Elf, const TypeGraph &Types);

/// How a file of any size gets types, or others, without being copied: Block is written at Offset, where nothing lies
/// that the file's header refers to; then Header at its start, in one write; then it is cut to Length. Nothing in
/// Header: the types are loaded with the file, and stay where they are.
struct Appending {
  uint64_t Offset = 0;
  Bytes Block, Header;
  uint64_t Length = 0;
};
/// Fails if a .BTF.ext belongs to other types, or if a loaded section has no room.
Result<Appending> appendTypes(ByteView Elf, ByteView Types);

// ---- Types made ready ------------------------------------------------------

/// Fills in what a compiler leaves to the loader, from the sections and symbols of the object: the sizes of data
/// sections and the offsets of variables in them, in order (btf_fixup_datasec() of libbpf does it for each load). What
/// is extern stays as it is: libbpf has to see it.
/// Parameters without a name get one, as the kernel wants it of a function (btf_func_check()), and names of Rust and
/// C++ become identifiers: "Option<u32>" is "Option_3C_u32_3E_".
Result<Done> finish(TypeGraph &Types, ByteView Elf);

/// Gives an object as LLVM made it, before anything else is done to its types, the order that its source says: the
/// forward declarations and type tags that LLVM makes last, and the strings that they alone name, follow the first
/// references to them. LLVM's own order is that of addresses in its heap. Nothing else changes, .BTF.ext neither, and
/// encode() gives as many bytes as before.
void orderForwards(TypeFile &File);

/// What a kernel knows of BTF.
struct Knowledge {
  KindSet Kinds = KindSet::all();
  bool FunctionLinkage = true; ///< the linkage in a FUNC
};
/// The same types in no other words than the kernel knows: tags go, a FLOAT is an anonymous structure of its size as
/// libbpf makes it (bpf_object__sanitize_btf()), and an ENUM64 is an integer of 64 bits, but where a CO-RE relocation
/// asks for its enumerators. Functions, variables and data sections go where their kinds are not known.
TypeFile limit(const TypeFile &File, const Knowledge &Known);

// ---- Types judged ----------------------------------------------------------

/// A reason for which the kernel would reject the types.
struct Finding {
  TypeId Of;             ///< 0 where it is of all of them
  std::string Message;   ///< what is wrong with the type, without its name
  std::string_view Rule; ///< the function of kernel/bpf/btf.c that minds it
};
/// Everything that the BTF verifier of Linux 6.12 and 6.18 would reject in what decode() accepts; empty if it would
/// accept the types. The use of special types of maps, such as bpf_list_head, is not checked.
std::vector<Finding> check(const TypeGraph &Types);

struct KernelVerdict {
  bool IsAccepted;
  std::string Why, Log; ///< if rejected: the error, and the kernel's log up to the wrong type
};
/// The running kernel's verdict (BPF_BTF_LOAD). An error if it cannot be asked, for example without CAP_BPF.
Result<KernelVerdict> loadIntoKernel(const TypeGraph &Types);

// ---- Types compared --------------------------------------------------------

struct Difference {
  enum Sort { Removed, Added, Changed } What;
  std::string Text;              ///< "struct pair", "member 'x': int at 4 -> int at 8"
  std::vector<Difference> Parts; ///< of what changed
};
/// What became of the types of A in B, by kind and name; ids and order do not count, and a type without a name counts
/// where it is used. Nothing where all are the same.
std::vector<Difference> compare(const TypeGraph &A, const TypeGraph &B);

// ---- Merging ---------------------------------------------------------------

struct MergeInput {
  const TypeGraph *Types; ///< with the base of the result, or without one
  std::string Name;       ///< for messages
};
/// The types of all inputs, in the order in which they are seen first, each once: what is the same is told as
/// btf__dedup() of libbpf does, with what the base has too. Variables and functions that can be linked to have one type
/// in all inputs; data sections of one name become one.
Result<TypeGraph> merge(std::span<const MergeInput> Inputs, std::shared_ptr<const TypeGraph> Base = nullptr);

// ---- DWARF -----------------------------------------------------------------

/// What of DWARF becomes BTF, under pahole's names (--btf_features).
enum class Feature : uint8_t {
#define FEATURE(Id, Name, Support, Summary) Id,
#include "btf/Features.def"
};

/// A set of features, one bit each.
class FeatureSet {
public:
  bool contains(Feature F) const { return Bits >> unsigned(F) & 1; }
  void insert(Feature F) { Bits |= 1U << unsigned(F); }

private:
  uint32_t Bits = 0;
};
/// Reads a list with commas; the error names what is unknown, or known and not supported.
Result<FeatureSet> parseFeatures(std::string_view List);
/// What kernels are built with.
FeatureSet defaultFeatures();

/// A kernel's types, so that they can be found: see indexBase().
class BaseIndex;
/// Made once for any number of modules; it can be shared by threads.
std::shared_ptr<const BaseIndex> indexBase(TypeGraph Base);

struct DwarfOptions {
  unsigned Jobs = 1; ///< threads; the result is the same whatever their number
  FeatureSet Features;
  bool ExcludesRust = false;
  std::shared_ptr<const BaseIndex> Base = nullptr; ///< what is in it is not written again
  /// Called with pieces of the file that are not read again, so that who mapped it can let them go. Threads call it.
  std::function<void(ByteView)> Release = {};
};
/// True for an ELF file that has a section .debug_info.
bool hasDwarf(ByteView File);
/// The types, functions and variables that the DWARF of an ELF file describes: what pahole -J makes of it. Versions 4
/// and 5, of executables and of relocatable objects, in either byte order. What is not supported (split DWARF, partial
/// units, type units) is an error.
Result<TypeGraph> decodeDwarf(ByteView Elf, const DwarfOptions &Options);

// ---- Text ------------------------------------------------------------------

/// All of a graph's own types, in order.
std::vector<TypeId> ownTypes(const TypeGraph &Types);
/// The types of that name, whatever their kind.
std::vector<TypeId> named(const TypeGraph &Types, std::string_view Name);

/// One line for each of the types and one for each of its elements, as `bpftool btf dump` of bpftool 7.1 prints them.
void dumpRaw(const TypeGraph &Types, std::span<const TypeId> Ids, TextOutput &Out);

/// What C needs of a type: its definition, or only a declaration.
struct NeededType {
  TypeId Of;
  bool IsDefinition;
};
/// The types, and those that they do not compile without, in an order that compiles. What lies in a type is defined,
/// what is only pointed at declared. Anonymous types stand within others; of functions there are the kfuncs, last.
std::vector<NeededType> needed(const TypeGraph &Types, std::span<const TypeId> Ids);
/// The needed() types as C for BPF, with sizes and offsets that are the same: packed and padded where they have to be.
/// A name that is already used gets a suffix of three underscores and a number.
/// \param BeforeDefinitions is written between the forward declarations, which come first, and the rest.
void dumpC(const TypeGraph &Types, std::span<const TypeId> Ids, TextOutput &Out,
           std::string_view BeforeDefinitions = "");
/// How the structures and unions among the types lie in memory, as pahole shows it: each member's offset and size in
/// bytes, holes, padding and cache lines of 64 bytes. A structure without a name is shown for its typedef.
void dumpLayout(const TypeGraph &Types, std::span<const TypeId> Ids, TextOutput &Out);

/// One JSON object: "types", with the keys of `bpftool -j btf dump`, and where \p Code is given "ext", with
/// "func_info", "line_info" and "core_relo", each a list of sections with their "records".
void dumpJson(const TypeGraph &Types, std::span<const TypeId> Ids, const Extension *Code, TextOutput &Out);

/// A line for each record of .BTF.ext.
void dumpCode(const TypeGraph &Types, const Extension &Code, TextOutput &Out);

} // namespace bpf::btf

#endif
