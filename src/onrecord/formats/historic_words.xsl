<?xml version="1.0" encoding="UTF-8"?>
<!-- Every word that a historic file prints, in order and parted by single blanks; but no column marks.
     What is not named here parts words, as a paragraph and a cell do. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:variable name="blanks" select="'&#9;&#10;&#13;&#32;&#133;&#160;&#5760;&#8192;&#8193;&#8194;&#8195;&#8196;&#8197;&#8198;&#8199;&#8200;&#8201;&#8202;&#8232;&#8233;&#8239;&#8287;&#12288;'"/>

  <xsl:template match="/">
    <xsl:variable name="printed"><xsl:apply-templates/></xsl:variable>
    <xsl:value-of select="normalize-space($printed)"/>
  </xsl:template>

  <xsl:template match="*">
    <xsl:text> </xsl:text>
    <xsl:call-template name="inside"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- what stands inside words; historic_text.INLINE, told again so that neither can be wrong alone -->
  <xsl:template match="i | b | u | a | sup | sub | em | ob | session | span | membercontribution | memberconstituency">
    <xsl:call-template name="inside"/>
  </xsl:template>

  <xsl:template match="col">
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template name="inside">
    <xsl:choose>
      <xsl:when test="member">
        <xsl:apply-templates mode="beside-a-name"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The colon behind a printed name is a word of its own: it belongs neither to the name nor to what is said.
       A column's mark and white space may stand between. -->
  <xsl:template match="*" mode="beside-a-name">
    <xsl:apply-templates select="."/>
  </xsl:template>

  <xsl:template match="membercontribution" mode="beside-a-name">
    <xsl:apply-templates select="node()[1] | node()[2] | node()[3]" mode="beside-a-name"/>
    <xsl:apply-templates select="node()[position() &gt; 3]"/>
  </xsl:template>

  <xsl:template match="text()" mode="beside-a-name">
    <xsl:choose>
      <xsl:when test="starts-with(translate(substring(., 1, 40), $blanks, ''), ':')">
        <xsl:call-template name="colon"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="."/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="colon">
    <xsl:variable name="own" select="preceding-sibling::node()[1] | preceding-sibling::node()[2] | preceding-sibling::node()[3]"/>
    <xsl:variable name="above" select="parent::membercontribution/preceding-sibling::node()[1] | parent::membercontribution/preceding-sibling::node()[2] | parent::membercontribution/preceding-sibling::node()[3]"/>
    <xsl:variable name="before" select="$own[translate(., $blanks, '') or *][not(self::col)]"/>
    <xsl:variable name="around" select="$above[translate(., $blanks, '') or *][not(self::col)]"/>
    <xsl:choose>
      <xsl:when test="$before[last()][self::member] or (not($before) and $around[last()][self::member])">
        <xsl:text> : </xsl:text>
        <xsl:value-of select="substring-after(., ':')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="."/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
